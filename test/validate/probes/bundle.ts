import type { Probe } from './probe.ts';
import { uuid, patient, request, transaction, collection, parameters } from './resources.ts';

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
];
