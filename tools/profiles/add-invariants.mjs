import { expandValueSet } from './expand-value-set.mjs';

const AGAIN = 'https://titian.dev/fhir/ilp/StructureDefinition/menyatakan-ulang';
const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';

/**
 * Says each required binding of a profile once more as an invariant that lists the codes, with a sentence that names them. A reader without a terminology
 * server, or that looks neither at bindings nor into slices, then decides alike; and whoever reads the message sees what may stand there.
 * Answers a function that completes a StructureDefinition, among all artefacts of the guide.
 */
export function createInvariantWriter(artefacts) {
  const known = {
    structures: new Map(artefacts.filter(({ resourceType }) => resourceType === 'StructureDefinition').map((each) => [each.url, each])),
    valueSets: new Map(artefacts.filter(({ resourceType }) => resourceType === 'ValueSet').map((each) => [each.url, each])),
    codeSystems: new Map(artefacts.filter(({ resourceType }) => resourceType === 'CodeSystem').map((each) => [each.url, each])),
  };
  return (structure) => {
    if (structure.type === 'Extension') return structure;
    const own = listRules(structure, known);
    const all = listChain(structure, known).flatMap((each) => listRules(each, known));
    return {
      ...structure,
      snapshot: { element: addRules(structure.snapshot.element, all) },
      differential: { element: addRules(structure.differential.element, own) },
    };
  };
}

/** A profile and those it derives from, the farthest first: a rule of a parent stands in the snapshots of all below it. */
function listChain(structure, { structures }) {
  const chain = [];
  for (let each = structure; each !== undefined; each = structures.get(each.baseDefinition)) chain.unshift(each);
  return chain;
}

function addRules(elements, rules) {
  const missing = rules.filter(({ at }) => !elements.some(({ id }) => id === at));
  const whole = missing.reduce(withElement, elements);
  return whole.map((element) => {
    const added = rules.filter(({ at }) => at === element.id).map(({ constraint }) => constraint);
    return added.length === 0 ? element : { ...element, constraint: [...(element.constraint ?? []), ...added] };
  });
}

/** A differential that speaks of a slice alone comes to speak of what is sliced too, just before it. */
function withElement(elements, { at }) {
  const before = elements.findIndex(({ id }) => id.startsWith(`${at}:`));
  if (before < 0) throw new Error(`no element ${at} to say a rule at`);
  return [...elements.slice(0, before), { id: at, path: elements[before].path }, ...elements.slice(before)];
}

/** The rules that the differential of a profile gives rise to, each with the id of the element that it is asked of. */
function listRules(structure, known) {
  return structure.differential.element.flatMap((element) => {
    const asked = toAsked(element, structure, known);
    return asked.map(({ at, bound, toExpression }) => ({ at, constraint: toConstraint(bound, toExpression, structure, known) }));
  });
}

/** What is asked of an element: its own binding, that of a slice told by its system, or that of an extension of the guide. */
function toAsked(element, structure, { structures }) {
  const sliced = element.id.replace(/:[^.:]+$/, '');
  const bound = toRequired(element);
  if (bound !== undefined && sliced === element.id) return [{ at: element.id, bound, toExpression: toAnyCoding }];
  if (bound !== undefined) return [{ at: sliced, bound, toExpression: (codes) => toSlice(codes, `${structure.id} ${element.id}`) }];
  const extensions = (element.type ?? []).flatMap(({ profile = [] }) => profile.flatMap((url) => structures.get(url) ?? []));
  return extensions.flatMap(({ url, differential }) => {
    const held = differential.element.find(({ id }) => id === 'Extension.value[x]');
    const required = held && toRequired(held);
    return required === undefined
      ? []
      : [{ at: sliced, bound: required, toExpression: (codes) => toExtension(codes, url, held.type[0].code) }];
  });
}

function toRequired({ binding }) {
  return binding?.strength === 'required' ? binding.valueSet : undefined;
}

/** FHIR asks that one coding of a concept be in the set; a concept of words alone is not. */
function toAnyCoding(codes) {
  const tests = toSystems(codes).map(
    (system) =>
      `system = '${system}' and ${toMembership(
        'code',
        codes.filter((each) => each.system === system),
      )}`,
  );
  return `coding.where(${tests.length === 1 ? tests[0] : tests.map((test) => `(${test})`).join(' or ')}).exists()`;
}

function toSlice(codes, place) {
  const [system, ...others] = toSystems(codes);
  if (others.length > 0) throw new Error(`${place} is bound to several systems, which do not tell a slice`);
  return `system = '${system}' implies ${toMembership('code', codes)}`;
}

function toExtension(codes, url, type) {
  return `url = '${url}' implies ${toMembership(`value.ofType(${type})`, codes)}`;
}

/** Not `in`: the reference validator finds no FHIR code among strings. */
function toMembership(name, codes) {
  const tests = codes.map(({ code }) => `${name} = '${code}'`).join(' or ');
  return codes.length === 1 ? tests : `(${tests})`;
}

function toSystems(codes) {
  return [...new Set(codes.map(({ system }) => system))];
}

function toConstraint(url, toExpression, structure, { valueSets, codeSystems }) {
  const valueSet = valueSets.get(url);
  if (valueSet === undefined) throw new Error(`${structure.id} is bound to ${url}, which is not of the guide`);
  const codes = expandValueSet(valueSet, codeSystems);
  const names = codes.map(({ code, display }) => display ?? code).join('; ');
  return {
    extension: [{ url: AGAIN, valueBoolean: true }],
    key: `ilp-daftar-${valueSet.id.replace(/-vs$/, '')}`,
    severity: 'error',
    human: `${valueSet.title} adalah salah satu dari: ${names}.`,
    _human: toEnglish(`One of the codes of ${valueSet.id}: ${names}.`),
    expression: toExpression(codes),
    source: structure.url,
  };
}

function toEnglish(content) {
  const parts = [
    { url: 'lang', valueCode: 'en' },
    { url: 'content', valueString: content },
  ];
  return { extension: [{ url: TRANSLATION, extension: parts }] };
}
