import type { ListedCodes } from './code-list.ts';
import type { CodeSystem } from './code-system.ts';
import { SYNTAXES, toCountry } from './syntax.ts';
import { toFaultySystem, toHeldSystem, toListedSystem, toSyntaxSystem } from './system.ts';
import type { Standing, System, SystemFault } from './system.ts';

/** What the answers about code systems are made from. */
interface SystemSource {
  readonly toCodeSystem: (canonical: string) => CodeSystem | undefined;
  readonly isValueSet: (url: string) => boolean;
  readonly toList: (url: string) => ListedCodes | undefined;
}

/** Enough for every system in real use; a hostile resource must not fill the memory. */
const MOST = 5000;
const COUNTRIES = 'urn:iso:std:iso:3166';
/** Code systems that exist, whose codes and syntax are not held here (R4 4.3.0 and the list of systems in HL7 terminology). */
const EXISTING: ReadonlySet<string> = new Set([
  'http://www.nlm.nih.gov/research/umls/rxnorm',
  'http://www.whocc.no/atc',
  'http://hl7.org/fhir/sid/cvx',
  'http://hl7.org/fhir/sid/ndc',
  'http://hl7.org/fhir/sid/mvx',
  'http://hl7.org/fhir/sid/icpc-1',
  'http://hl7.org/fhir/sid/icpc-1-nl',
  'http://hl7.org/fhir/sid/icpc-2',
  'http://hl7.org/fhir/sid/icd-9',
  'http://hl7.org/fhir/sid/icd-10-am',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://hl7.org/fhir/sid/icd-10-vn',
  'http://hl7.org/fhir/sid/icd-11',
  'http://hl7.org/fhir/sid/icf-nl',
  'http://hl7.org/fhir/sid/srt',
  'http://hl7.org/fhir/sid/dsm5',
  'http://hl7.org/fhir/sid/ca-hc-npn',
  'http://hl7.org/fhir/sid/ca-hc-din',
  'http://hl7.org/fhir/sid/ex-icd-10-procedures',
  'http://id.who.int/icd/release/11/mms',
  // Of the questionnaire-derivationType extension, which the extensions pack of HL7 brings.
  'http://hl7.org/fhir/questionnaire-derivationType',
  'http://dicom.nema.org/resources/ontology/DCM',
  'http://unstats.un.org/unsd/methods/m49/m49.htm',
  'http://www.ama-assn.org/go/cpt',
  'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
  'urn:iso:std:iso:3166:-2',
  'urn:iso:std:iso:11073:10101',
]);
/** Longer names that begin with these are mistaken; so are they with https (the reference validator's rule for systems). */
const PREFIXES = ['http://snomed.info/sct', 'http://loinc.org', 'http://unitsofmeasure.org', 'http://www.nlm.nih.gov/research/umls/rxnorm'];
const HL7 = /^https?:\/\/(?:www\.)?hl7\.org\/fhir/;

/** Makes the answer to "what is this code system?". Answers are remembered. */
export function createSystems(source: SystemSource): (url: string) => System {
  const known = new Map<string, System>();
  return (url) => {
    const before = known.get(url);
    if (before !== undefined) return before;
    const system = toSystem(url, source);
    if (known.size < MOST) known.set(url, system);
    return system;
  };
}

function toSystem(url: string, source: SystemSource): System {
  const held = source.toCodeSystem(url);
  const syntax = url === COUNTRIES ? toCountries(held) : SYNTAXES.get(url);
  if (held !== undefined) return toHeldSystem(held, toOther(held, url, syntax));
  const list = source.toList(url);
  if (list !== undefined) return toListedSystem(url, list.codes, toUnlisted(list, syntax));
  if (syntax !== undefined) return toSyntaxSystem(url, syntax);
  return EXISTING.has(url) ? toSyntaxSystem(url, () => 'undecided') : toFaultySystem(url, toFault(url, source));
}

function toCountries(held: CodeSystem | undefined): (code: string) => Standing {
  return (code) => toCountry(code, (two) => held?.concepts.has(two) === true);
}

/** HL7 table 0203: NN and the ISO code of a country make the national identifier of that country. */
function toOther(held: CodeSystem, url: string, syntax?: (code: string) => Standing): ((code: string) => Standing) | undefined {
  if (!url.endsWith('/v2-0203')) return held.complete ? undefined : syntax;
  return (code) => (/^NN[A-Z]{2,3}$/.test(code) ? 'valid' : 'unknown');
}

/** Beside a list, what the syntax leaves open is not on the list; of a list in part that says nothing. */
function toUnlisted({ inPart }: ListedCodes, syntax: (code: string) => Standing = () => 'undecided'): (code: string) => Standing {
  if (inPart) return syntax;
  return (code) => {
    const standing = syntax(code);
    return standing === 'undecided' ? 'unlisted' : standing;
  };
}

function toFault(url: string, source: SystemFaultSource): SystemFault {
  if (isValueSet(url, source)) return toError('system-is-value-set', '');
  if (!/^(?:https?:|urn:)/.test(url)) return toError('system-relative', '');
  if (HL7.test(url) && !url.startsWith('http://hl7.org/fhir/test')) return toError('system-not-of-fhir', '');
  const meant = toMeant(url, source);
  if (meant !== undefined) return { code: 'system-misspelt', alone: 'error', inConcept: 'warning', expected: meant };
  return { code: 'system-unknown', alone: 'information', inConcept: 'warning', expected: '' };
}

type SystemFaultSource = Pick<SystemSource, 'isValueSet' | 'toCodeSystem'>;

function isValueSet(url: string, source: SystemFaultSource): boolean {
  return url.startsWith('http://hl7.org/fhir/ValueSet/') || source.isValueSet(url);
}

function toError(code: string, expected: string): SystemFault {
  return { code, alone: 'error', inConcept: 'error', expected };
}

/** The system that was probably meant: with http for https, or without what was added to it. */
function toMeant(url: string, { toCodeSystem }: SystemFaultSource): string | undefined {
  const plain = url.startsWith('https:') ? `http:${url.slice(6)}` : url;
  const prefix = PREFIXES.find((each) => plain.startsWith(each));
  if (prefix !== undefined) return prefix;
  return plain !== url && toCodeSystem(plain) !== undefined ? plain : undefined;
}
