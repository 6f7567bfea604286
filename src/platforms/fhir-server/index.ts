import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { isAxiosError, type AxiosInstance } from 'axios';
import type { Delivery, Message, Platform } from '../platform.ts';
import type { Environment, SubjectState } from '../subject.ts';
import { prepareFor } from './prepare.ts';
import { readAnswer } from './read-answer.ts';
import { readLoss } from './read-failure.ts';
import { refOf } from './refs.ts';
import type { IdentityShown } from './to-patient-entry.ts';

export interface FhirServerOptions {
  /** Every resource carries it as a tag. */
  readonly environment: Environment;
  /** Base of the server, e.g. `https://fhir.dinkes.example/fhir`. */
  readonly url: string;
  /** The header `Authorization` whole; undefined where the server asks for none. Never logged. */
  readonly authorization: string | undefined;
  /** Whether names and NIKs are shown to the server. */
  readonly identity: IdentityShown;
  readonly timeoutMs: number;
}

const longestAnswer = 20_000_000;

/** Any FHIR R4 server, such as a district's own store: it takes transaction Bundles with conditional updates, references and deletions. */
export function createFhirServer(options: FhirServerOptions): Platform {
  const { environment, identity } = options;
  const http = axios.create({
    timeout: options.timeoutMs,
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: longestAnswer,
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
    headers: {
      ...{ 'content-type': 'application/fhir+json', accept: 'application/fhir+json' },
      ...(options.authorization === undefined ? {} : { authorization: options.authorization }),
    },
  });
  return {
    name: 'fhir-server',
    refsOf,
    prepare: (subject, upstream, progress) => prepareFor(subject, { upstream, progress, environment, identity }),
    send: (message, _subject, signal) => send({ http, url: options.url }, message, signal),
  };
}

function refsOf(subject: SubjectState): readonly string[] {
  switch (subject.kind) {
    case 'place':
      return [refOf.place(subject.place.code)];
    case 'practitioner':
      return [];
    case 'patient':
      return [refOf.patient(subject.person.id)];
    case 'episode':
      return [refOf.episode(subject.care.id), refOf.patient(subject.person.id)];
    case 'visit': {
      const { visit, place, person } = subject;
      return [refOf.visit(visit.id), refOf.contents(visit.id), refOf.place(place.code), refOf.patient(person.id)];
    }
  }
}

/** Errors of the client hold headers and body, so none leaves this file. */
async function send(to: { readonly http: AxiosInstance; readonly url: string }, message: Message, signal: AbortSignal): Promise<Delivery> {
  try {
    const { status, headers, data } = await to.http.request<unknown>({ method: message.method, url: to.url, data: message.body, signal });
    const named = Object.entries(headers).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    const answer = { status, headers: Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), value])), body: data };
    return { ...readAnswer(message, answer), answer: { status, body: data } };
  } catch (fault) {
    if (isAxiosError(fault)) return readLoss(message, fault.code ?? 'network');
    throw fault;
  }
}
