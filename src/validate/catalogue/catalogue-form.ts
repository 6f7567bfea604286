import { toEntries } from './catalogue-rows.ts';

/** What can be wrong with a Questionnaire itself, beyond its definition. */
export const FORM_CODES = toEntries({
  'enable-when-unknown': [
    'business-rule',
    ['Syarat menyebut butir yang tidak ada', 'Condition on an unknown item'],
    ['Tidak ada butir dengan linkId {came} di formulir ini.', 'The form has no item with the linkId {came}.'],
    [
      'enableWhen.question menyebut linkId butir lain di formulir yang sama.',
      'enableWhen.question names the linkId of another item of the form.',
    ],
    ['Betulkan linkId itu.', 'Correct the linkId.'],
  ],
  'enable-when-self': [
    'business-rule',
    ['Syarat menyebut butirnya sendiri', 'Condition on itself'],
    ['Butir tidak dapat menjadi syaratnya sendiri.', 'An item cannot be its own condition.'],
    ['Butir yang belum tampil tidak dapat dijawab.', 'An item that is not shown cannot be answered.'],
    ['Sebut butir lain di enableWhen.', 'Name another item in enableWhen.'],
  ],
  'enable-when-inner': [
    'business-rule',
    ['Syarat menyebut butir di dalamnya', 'Condition on an inner item'],
    ['Syarat butir tidak boleh bergantung pada butir di dalamnya.', 'The condition of an item cannot depend on one inside it.'],
    ['Butir di dalam baru dapat dijawab setelah yang luar tampil.', 'An inner item can only be answered once the outer one is shown.'],
    ['Sebut butir di luar butir ini.', 'Name an item outside this one.'],
  ],
  'enable-when-later': [
    'business-rule',
    ['Syarat menyebut butir sesudahnya', 'Condition on a later item'],
    ['Butir {came} ditanyakan setelah butir ini.', 'The item {came} is asked after this one.'],
    [
      'Formulir diisi dari atas ke bawah; syarat sebaiknya sudah terjawab.',
      'Forms are filled in from the top; a condition should be answered before.',
    ],
    ['Pindahkan butir syaratnya ke atas.', 'Move the item of the condition up.'],
    ['warning'],
  ],
  'derivation-unknown': [
    'not-found',
    ['Formulir asal tidak ditemukan', 'Original form not found'],
    ['Formulir asal {expected} tidak ada di sini.', 'The original form {expected} is not at hand.'],
    [
      'Formulir turunan hanya dapat dicocokkan dengan asal yang dimuat.',
      'A derived form is only compared with an original that was loaded.',
    ],
    ['Muat Questionnaire asal itu.', 'Load the original Questionnaire.'],
    ['warning'],
  ],
  'derivation-not-checked': [
    'informational',
    ['Cara penurunan tidak disebut', 'Kind of derivation not stated'],
    ['Formulir tidak dicocokkan dengan asalnya.', 'The form was not compared with its original.'],
    [
      'Hanya extends dan compliesWith (questionnaire-derivationType) dapat diperiksa.',
      'Only extends and compliesWith (questionnaire-derivationType) can be checked.',
    ],
    ['Sebutkan cara penurunannya bila memang mengikat.', 'State the kind of derivation where it binds.'],
    ['warning', 'information'],
  ],
  'derivation-item-added': [
    'business-rule',
    ['Butir tidak ada di formulir asal', 'Item not in the original form'],
    ['Butir {expected} tidak ada di formulir asal.', 'The item {expected} is not in the original form.'],
    ['Formulir yang mematuhi asalnya (compliesWith) tidak menambah butir.', 'A form that complies with its original adds no items.'],
    ['Hapus butir itu, atau pakai extends.', 'Remove the item, or use extends.'],
  ],
  'derivation-type': [
    'business-rule',
    ['Jenis butir berubah', 'Type of the item changed'],
    ['Jenis butir harus tetap {expected}.', 'The type of the item must stay {expected}.'],
    ['Formulir turunan tidak mengubah jenis butir asalnya.', 'A derived form does not change the types of the original.'],
    ['Pakai jenis asal.', 'Use the original type.'],
  ],
  'derivation-looser': [
    'business-rule',
    ['Lebih longgar dari formulir asal', 'Looser than the original form'],
    ['Formulir asal lebih ketat: {expected}.', 'The original form is stricter: {expected}.'],
    [
      'Formulir turunan boleh memperketat aturan asal, tidak melonggarkannya.',
      'A derived form may narrow the rules of the original, not loosen them.',
    ],
    ['Samakan dengan formulir asal, atau perketat.', 'Keep to the original, or narrow it.'],
  ],
  'derivation-option-added': [
    'business-rule',
    ['Pilihan tidak ada di formulir asal', 'Option not in the original form'],
    ['Pilihan ini tidak ada di formulir asal.', 'The original form has no such option.'],
    ['Formulir turunan boleh mengurangi pilihan, tidak menambahnya.', 'A derived form may have fewer options, not other ones.'],
    ['Hapus pilihan itu.', 'Remove the option.'],
  ],
});
