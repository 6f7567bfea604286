/** The `source` is not named. */
export const noSource = {
  severity: 'error',
  type: 'required',
  code: 'source-wajib',
  text: 'Sebutkan bentuk filenya: POST /v1/submissions?source=NAMA, misalnya source=posyandu-kenanga. Daftar bentuk ada di folder sources.',
  diagnostics:
    'Name the form of the file: POST /v1/submissions?source=NAME, e.g. source=posyandu-kenanga. The forms are the folders under sources.',
} as const;

/** The parameter `date` is no day. */
export const badDate = {
  severity: 'error',
  type: 'value',
  code: 'tanggal-permintaan-salah',
  text: 'Parameter date harus tanggal yang ada, ditulis TTTT-BB-HH, misalnya 2025-08-12.',
  diagnostics: 'The parameter date must be a day of the calendar as YYYY-MM-DD, e.g. 2025-08-12.',
} as const;

/** The page asked for is none. */
export const badPage = {
  severity: 'error',
  type: 'value',
  code: 'halaman-salah',
  text: 'Parameter after dan limit harus bilangan bulat; after mulai dari 0, limit 1 sampai 1000.',
  diagnostics: 'The parameters after and limit must be whole numbers; after from 0, limit 1 to 1000.',
} as const;

/** There is no such submission, or none that this key may see. */
export const noSubmission = {
  severity: 'error',
  type: 'not-found',
  code: 'kiriman-tidak-ada',
  text: 'Kiriman dengan nomor ini tidak ada. Periksa nomor id dari jawaban saat mengirim.',
  diagnostics: 'There is no submission with this number. Check the id in the answer to your submission.',
} as const;
