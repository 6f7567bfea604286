import type { Probe } from './probe.ts';
import { collection, document, pair, parameters, patient, request, transaction, uuid } from './resources.ts';
import { vary } from './vary.ts';

/** Rules about the entries of a Bundle, and resources inside others. */
export const bundle: readonly Probe[] = [
  [
    'a transaction entry without request',
    { ...transaction, entry: [{ fullUrl: uuid, resource: patient }] },
    'bundle-request Bundle.entry[0].request',
    transaction,
  ],
  [
    'a collection entry with request',
    { ...collection, entry: [{ fullUrl: uuid, resource: patient, request }] },
    'bundle-request Bundle.entry[0].request',
    collection,
  ],
  [
    'a collection entry without fullUrl',
    { ...collection, entry: [{ resource: patient }] },
    'bundle-full-url Bundle.entry[0].fullUrl',
    collection,
  ],
  [
    'an entry whose resource is broken',
    { ...transaction, entry: [{ fullUrl: uuid, request, resource: { ...patient, gender: 'x' } }] },
    'binding-required Bundle.entry[0].resource.gender',
    transaction,
  ],
  [
    'a method that is no HTTP verb',
    { ...transaction, entry: [{ fullUrl: uuid, resource: patient, request: { method: 'KIRIM', url: 'Patient' } }] },
    'binding-required Bundle.entry[0].request.method',
    transaction,
  ],
  [
    'a broken resource in a parameter',
    { ...parameters, parameter: [{ name: 'p', resource: { resourceType: 'Observation', status: 'final' } }] },
    'cardinality-min Parameters.parameter[0].resource.code',
    parameters,
  ],
  [
    'an address that is not that of the resource',
    { ...collection, entry: [{ fullUrl: 'https://rs.id/fhir/Patient/lain', resource: patient }] },
    'full-url-other-id Bundle.entry[0].fullUrl',
    { ...collection, entry: [{ fullUrl: 'https://rs.id/fhir/Patient/danu', resource: patient }] },
  ],
  [
    'a document that begins with a patient',
    { ...document, entry: [document.entry[1], document.entry[0], document.entry[2]] },
    'bundle-first Bundle.entry[0]',
    document,
  ],
  [
    'an address that is relative',
    { ...collection, entry: [{ fullUrl: 'Patient/danu', resource: patient }] },
    'full-url-relative Bundle.entry[0].fullUrl',
    collection,
  ],
  [
    'a message that begins with a patient',
    { resourceType: 'Bundle', type: 'message', timestamp: '2026-08-01T02:00:00Z', entry: [{ fullUrl: uuid, resource: patient }] },
    'bundle-first Bundle.entry[0]',
    collection,
  ],
  [
    'an address that names a version',
    { ...collection, entry: [{ fullUrl: 'https://rs.id/berkas/_history/1', resource: patient }] },
    'invariant Bundle.entry[0]',
    { ...collection, entry: [{ fullUrl: 'https://rs.id/berkas/1', resource: patient }] },
  ],
  ['two entries of one address', { ...collection, entry: [collection.entry[0], collection.entry[0]] }, 'invariant Bundle', pair],
  ['a document without a time', vary(document, ['timestamp']), 'invariant Bundle', document],
  ['a document without an identifier', vary(document, ['identifier']), 'invariant Bundle', document],
  ['a total in a collection', { ...collection, total: 1 }, 'invariant Bundle', collection],
  [
    'a search mode in a collection',
    { ...collection, entry: [{ ...collection.entry[0], search: { mode: 'match' } }] },
    'invariant Bundle',
    collection,
  ],
  ['an empty entry', { ...collection, entry: [{ fullUrl: uuid }] }, 'invariant Bundle.entry[0]', collection],
];
