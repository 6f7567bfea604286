/** Answers of every envelope that SATUSEHAT's services are known to give; people, ids and numbers are invented. */
export interface Envelope {
  readonly name: string;
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const outcome = (...issue: readonly object[]): object => ({ resourceType: 'OperationOutcome', text: { status: 'generated' }, issue });
const said = (code: string, text: string, expression?: string): object => ({
  ...{ severity: 'error', code, details: { text } },
  ...(expression === undefined ? {} : { expression: [expression] }),
});
const fault = (faultstring: string, errorcode: string): object => ({ fault: { faultstring, detail: { errorcode } } });
const page = '<!DOCTYPE html><html><body>Masuk</body></html>';

const mandatory = said('value', 'Reference is mandatory : Encounter.subject (RuleNumber: 10118)', 'Encounter.subject');
const activeTwice = [10109, 10110].map((rule) =>
  said('value', `found duplicated EpisodeOfCare Type with status active. (Rule Number: ${String(rule)})`, 'EpisodeOfCare.status'),
);

/** Answers of refusal and of failure, as published or reported, rewritten. */
export const failures: readonly Envelope[] = [
  { name: 'a rule of the processor', status: 400, body: outcome(mandatory) },
  { name: 'a rule in the second spelling', status: 400, body: outcome(...activeTwice) },
  {
    name: 'a rule in the third spelling',
    status: 400,
    body: outcome(
      said('value', 'every statusHistory period start and end must be filled (Rule 10122)', 'Encounter.statusHistory[0].period'),
    ),
  },
  { name: 'a duplicate in the old form', status: 400, body: outcome(said('duplicate', 'Found duplicate resource: Encounter')) },
  { name: 'a duplicate by its rule', status: 400, body: outcome(said('duplicate', 'Found duplicate: Location (RuleNumber: 20002)')) },
  { name: 'a person who is there', status: 400, body: outcome(said('exception', 'Patient Resource Exists')) },
  { name: 'a person unlike Dukcapil', status: 400, body: outcome(said('exception', 'alamat TIDAK SESUAI', 'Patient.address')) },
  { name: 'a mother unknown', status: 404, body: outcome(said('exception', 'Failed to create new patient, nik-ibu not found')) },
  {
    name: 'a structure the store cannot read',
    status: 400,
    body: {
      resourceType: 'OperationOutcome',
      issue: [{ ...said('structure', 'unparseable_resource', 'Bundle.entry[0].resource.encounter') }],
    },
  },
  { name: 'a query the store cannot read', status: 400, body: outcome({ ...said('value', 'invalid_query'), diagnostics: 'date' }) },
  { name: 'a token endpoint', status: 401, body: { resourceType: 'OperationOutcome', issue: [{ severity: 'invalid', code: 'value' }] } },
  { name: 'a token endpoint of old', status: 401, body: { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' } },
  { name: 'the gateway', status: 401, body: fault('Invalid access token', 'oauth.v2.InvalidAccessToken') },
  { name: 'the gateway, newer', status: 401, body: outcome(said('invalid-access-token', 'Invalid Access Token.')) },
  {
    name: 'a read of nothing',
    status: 404,
    body: outcome({ ...said('no-store', 'storage_error'), diagnostics: 'resource not found: Condition/c-1' }),
  },
  { name: 'consent as 400', status: 400, body: outcome(said('forbidden', 'Operation cannot be performed due to business rules')) },
  { name: 'consent as 403', status: 403, body: outcome(said('forbidden', 'Operation cannot be performed due to business rules')) },
  {
    name: 'a change of a person',
    status: 400,
    body: {
      ...{ code: 400, error: true, message: 'Failed to update patient data' },
      data: { validation: [{ property: 'test:name', message: 'can not be empty', valid: false, mandatory: true }] },
    },
  },
  { name: 'a change of a person, with 200', status: 200, body: { code: 400, error: true, data: { validation: [] } } },
  { name: 'KYC', status: 200, body: { metadata: { code: '400' }, data: { error: 'x' } } },
  { name: 'KFA', status: 422, body: { detail: [{ loc: ['query', 'code'], msg: 'x', type: 'y' }] } },
  { name: 'the index of facilities', status: 400, body: { status_code: 400, message: 'limit cannot be more than 2000', data: null } },
  { name: 'a foreign address', status: 403, body: page },
  { name: 'a sign-in page', status: 200, body: page, headers: { 'content-type': 'text/html' } },
  { name: 'a redirect', status: 302, body: '' },
  { name: 'too many calls', status: 429, body: {}, headers: { 'retry-after': '7' } },
  { name: 'a gateway that waited', status: 504, body: 'Gateway Timeout', headers: { 'content-type': 'text/plain' } },
  { name: 'no healthy upstream', status: 503, body: 'no healthy upstream' },
  { name: 'an internal error', status: 500, body: outcome(said('exception', 'An unexpected internal error has occurred.')) },
];

const notice = { severity: 'information', code: 'suppressed', diagnostics: 'No consent available for Encounter/e-1' };

/** Answers of success that say nothing, or less than they seem to. */
export const oddities: readonly Envelope[] = [
  { name: 'nothing', status: 204, body: '' },
  { name: 'an empty body', status: 200, body: '' },
  { name: 'a list', status: 200, body: [{ resourceType: 'Bundle' }] },
  { name: 'half an answer', status: 200, body: '{"resourceType":"Bund' },
  { name: 'a consent notice in a search', status: 200, body: { resourceType: 'Bundle', entry: [{ resource: outcome(notice) }] } },
  { name: 'a bare consent notice', status: 200, body: outcome(notice) },
  { name: 'a promise', status: 202, body: '' },
  { name: 'a search of nobody', status: 200, body: { resourceType: 'Bundle', type: 'searchset', total: 0 } },
];
