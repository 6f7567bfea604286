import { issueCatalogue } from '../../map/catalogue/issue-catalogue.ts';
import type { CatalogueEntry as MappingEntry } from '../../map/catalogue/catalogue-entry.ts';
import { isWaiting } from '../../map/sending-of.ts';
import type { Severity } from '../../fhir/issue.ts';
import { validationCatalogue } from '../../validate/catalogue/catalogue.ts';
import { undecidedReasons } from '../../validate/catalogue/undecided-reasons.ts';
import { admissionEntries } from './admission-entries.ts';
import { deliveryEntries } from './delivery-entries.ts';
import type { ErrorPage, HoldReason, PageEntry } from './error-page.ts';
import type { FamilyName } from './families.ts';
import { facilityEntries } from './facility-entries.ts';
import { fileEntries } from './file-entries.ts';
import { jsonEntries } from './json-entries.ts';
import { operationEntries } from './operation-entries.ts';
import { receiptEntries } from './receipt-entries.ts';
import { refusalEntries } from './refusal-entries.ts';
import { requestEntries } from './request-entries.ts';
import { rowReasonEntries } from './row-reason-entries.ts';
import { satusehatNumbers } from './satusehat-numbers.ts';
import { sendingReasonEntries } from './sending-reason-entries.ts';
import { serverEntries, serverNumbers } from './server-entries.ts';
import { mappingSeverities } from './severities.ts';
import { tableEntries } from './table-entries.ts';

/**
 * Every code the gateway can give, as the pages of docs/errors: joined from all catalogues, sorted by code, each code once.
 * A platform's own reasons come as an argument, for nothing in src but the composition root may know a platform.
 * Throws where two catalogues claim one code.
 */
export function listErrorPages(holdReasons: Readonly<Record<string, HoldReason>>): readonly ErrorPage[] {
  const pages = [
    ...Object.entries(issueCatalogue).map(([code, entry]) => toMappingPage(code, entry)),
    ...toValidationPages(),
    ...toUndecidedPages(),
    ...Object.entries(holdReasons).map(([code, reason]) => toHoldPage(code, reason)),
    ...toPages(requestEntries, 'permintaan'),
    ...toPages(receiptEntries, 'permintaan'),
    ...toPages(operationEntries, 'permintaan'),
    ...toPages(facilityEntries, 'permintaan'),
    ...toPages(admissionEntries, 'permintaan'),
    ...toPages(fileEntries, 'berkas'),
    ...toPages(jsonEntries, 'berkas'),
    ...toPages(tableEntries, 'tabel'),
    ...toPages(rowReasonEntries, 'alasan-baris'),
    ...toPages(sendingReasonEntries, 'alasan-kirim'),
    ...toPages({ ...deliveryEntries, ...serverEntries }, 'pengiriman').map(withNumbers),
    ...toPages(refusalEntries, 'pengiriman'),
  ];
  return toUnique(pages);
}

const familyOfSlug: Readonly<Record<string, FamilyName>> = {
  'kepala-tidak-dikenal': 'berkas',
  'kolom-ganda': 'berkas',
  'kolom-tidak-dikenal': 'berkas',
  'kolom-wajib': 'berkas',
  'tabel-rusak': 'tabel',
  'data-uji': 'alasan-baris',
};

function toMappingPage(code: string, { title, meaning, remedy }: MappingEntry): ErrorPage {
  const family = familyOfSlug[code] ?? (/^D\d\d$/.test(code) ? 'katalog' : 'baris');
  const severities = mappingSeverities[code] ?? [];
  const unraised = family === 'alasan-baris' ? 'reason' : 'reserved';
  return { code, family, standing: severities.length === 0 ? unraised : 'issue', title, meaning, remedy, severities };
}

const onlyErrors: readonly Severity[] = ['error'];

function toValidationPages(): readonly ErrorPage[] {
  return Object.entries(validationCatalogue).map(([code, { title, says, meaning, remedy, severities = onlyErrors }]) => ({
    ...{ code, family: 'pemeriksaan', standing: 'issue', title, meaning, remedy },
    seen: { id: fillIn(says.id, 'yang diminta', 'yang datang'), en: fillIn(says.en, 'what was expected', 'what came') },
    severities,
  }));
}

/** What the validator leaves undecided is told as information, so that nothing passes in silence. */
function toUndecidedPages(): readonly ErrorPage[] {
  return Object.entries(undecidedReasons).map(([code, entry]) => ({
    ...{ code, family: 'pemeriksaan', standing: 'issue', severities: ['information'], ...entry },
  }));
}

function fillIn(says: string, expected: string, came: string): string {
  return says.replace('{expected}', `‹${expected}›`).replace('{came}', `‹${came}›`);
}

const held = {
  id: 'Kunjungan tersimpan; pengirimannya ditahan sampai seseorang bertindak.',
  en: 'The visit is kept; its sending is held until a person has acted.',
};
const waiting = {
  id: 'Kunjungan tersimpan; pengirimannya menunggu dan jalan sendiri begitu sebabnya hilang.',
  en: 'The visit is kept; its sending waits and goes on by itself once the cause is gone.',
};

function toHoldPage(code: string, { id, en, remedyId, remedyEn }: HoldReason): ErrorPage {
  const words = { title: { id, en }, remedy: { id: remedyId, en: remedyEn } };
  if (isWaiting(code)) return { code, family: 'alasan-kirim', standing: 'reason', ...words, meaning: waiting, severities: [] };
  return { code, family: 'alasan-kirim', standing: 'issue', ...words, meaning: held, severities: ['warning'] };
}

function toPages(entries: Readonly<Record<string, PageEntry>>, family: FamilyName): readonly ErrorPage[] {
  return Object.entries(entries).map(([code, entry]) => {
    const standing = entry.severities.length === 0 ? 'reason' : 'issue';
    return { code, family, standing, ...entry };
  });
}

/** Numbers of a platform share a page. */
const numbersOf: Readonly<Record<string, ErrorPage['numbers']>> = {
  'satusehat-nomor': satusehatNumbers,
  'fhir-server-nomor': serverNumbers,
};

function withNumbers(page: ErrorPage): ErrorPage {
  const numbers = numbersOf[page.code];
  return numbers === undefined ? page : { ...page, numbers };
}

function toUnique(pages: readonly ErrorPage[]): readonly ErrorPage[] {
  const byCode = new Map(pages.map((page) => [page.code, page]));
  const twice = pages.filter((page) => byCode.get(page.code) !== page).map(({ code }) => code);
  if (twice.length > 0) throw new Error(`More than one catalogue has a page for ${twice.join(', ')}`);
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
