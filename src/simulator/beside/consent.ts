import { isJsonObject, textAt, type JsonObject } from '../json.ts';
import type { ConsentEntry } from '../consents.ts';
import { notFound, refusal, refuse, simulationTag, type Answer } from '../refusal.ts';
import type { Call, World } from '../world.ts';

const actions: ReadonlyMap<string, boolean> = new Map([
  ['OPTIN', true],
  ['OPTOUT', false],
]);

/** Answers `GET /Consent?patient_id=`: what the patient said, or that they said nothing against it. */
export function readConsent(world: World, { query }: Call): Answer {
  const ihs = query.get('patient_id') ?? '';
  if (ihs === '') return refuse(400, refusal('value', 'Missing query parameters: patient_id'));
  if (world.people.patient(ihs) === undefined) return notFound('Patient', ihs);
  return { status: 200, body: toConsent(world.consents.find(ihs) ?? { ihs, optedIn: true, agent: '', at: '' }) };
}

/**
 * Answers `POST /Consent` with `{patient_id, action, agent}`. No official copy of this request was found; `OPTIN` was seen in one code base,
 * `OPTOUT` is its opposite here.
 */
export function writeConsent(world: World, { body }: Call): Answer {
  const given = isJsonObject(body) ? body : {};
  const [ihs, action, agent] = ['patient_id', 'action', 'agent'].map((key) => textAt(given, key));
  const optedIn = actions.get(action ?? '');
  if (ihs === undefined || optedIn === undefined || agent === undefined)
    return refuse(400, refusal('value', 'patient_id, action (OPTIN, OPTOUT) and agent were expected'));
  if (world.people.patient(ihs) === undefined) return notFound('Patient', ihs);
  const entry: ConsentEntry = { ihs, optedIn, agent, at: world.now().toISOString() };
  world.consents.keep(entry);
  world.journal.append(Buffer.from(`${JSON.stringify({ line: 'consent', ...entry })}\n`));
  return { status: 200, body: toConsent(entry) };
}

function toConsent({ ihs, optedIn, at }: ConsentEntry): JsonObject {
  return {
    resourceType: 'Consent',
    id: `consent-${ihs}`,
    meta: { tag: [simulationTag] },
    status: optedIn ? 'active' : 'inactive',
    patient: { reference: `Patient/${ihs}` },
    ...(at === '' ? {} : { dateTime: at }),
    provision: { type: optedIn ? 'permit' : 'deny' },
  };
}
