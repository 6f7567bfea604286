import type { Issue } from '../fhir/issue.ts';

/** What a list says of an `after` that no page of it ended with. */
export const badCursor: Issue = {
  severity: 'error',
  type: 'value',
  code: 'permintaan-tidak-sah',
  text: 'Parameter after harus nilai next dari halaman sebelumnya.',
  diagnostics: 'The parameter after must be the value next of the page before.',
};
