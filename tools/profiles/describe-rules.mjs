/** The rules of a structure in plain Indonesian, one sentence each, from its differential. */
export function describeRules(structure) {
  return structure.differential.element.flatMap((element) => describeElement(element, structure)).map((rule) => `- ${rule}`);
}

function describeElement(element, structure) {
  const before = structure.snapshot.element.find(({ id }) => id === element.id);
  const name = `\`${element.id.replace(/^[^.]+\.?/, '') || structure.type}\``;
  const said = [...describeCount(element, before), ...describeValue(element), ...describeType(element), ...describeBinding(element)];
  const rules = (element.constraint ?? []).map(({ key, human }) => `${name}: ${human} (aturan \`${key}\`)`);
  return said.length > 0 ? [`${name}: ${said.join(', ')}`, ...rules] : rules;
}

function describeCount({ min, max, sliceName }, before) {
  if (max === '0') return ['tidak boleh ada'];
  if (min === 1 && before.max === '1') return ['wajib ada, satu'];
  if (min === 1) return ['wajib ada, paling sedikit satu'];
  if (sliceName !== undefined) return ['boleh ada, paling banyak satu'];
  return max === undefined ? [] : [`paling banyak ${max}`];
}

function describeValue(element) {
  const key = Object.keys(element).find((each) => /^(fixed|pattern)/.test(each));
  if (key === undefined) return [];
  const value = element[key];
  const coding = value.coding?.[0] ?? value;
  return [typeof value === 'string' ? `berisi \`${value}\`` : `berkode \`${coding.code}\` dari \`${coding.system}\``];
}

function describeType({ type, sliceName }) {
  if (type === undefined || sliceName !== undefined) return [];
  const names = type.map(({ code, targetProfile }) => (targetProfile ? targetProfile.map(toLastStep).join(' atau ') : code));
  return [`berupa ${type[0].targetProfile ? 'rujukan ke ' : ''}${names.join(' atau ')}`];
}

function toLastStep(url) {
  return url.slice(url.lastIndexOf('/') + 1);
}

function describeBinding({ binding }) {
  return binding ? [`kodenya dari \`${toLastStep(binding.valueSet)}\``] : [];
}
