/** Starts an empty set of constants. */
export function createConstants() {
    const names = new Map();
    return {
        intern: (expression) => {
            const known = names.get(expression);
            if (known !== undefined)
                return known;
            const name = `K${String(names.size)}`;
            names.set(expression, name);
            return name;
        },
        lines: () => [...names].map(([expression, name]) => `const ${name} = ${expression};`),
    };
}
/** Writes a value as JavaScript source; U+2028 and its sibling end lines in older engines, so they are escaped. */
export function toLiteral(value) {
    return JSON.stringify(value).replace(/[\u2028\u2029]/g, (unit) => (unit === '\u2028' ? '\\u2028' : '\\u2029'));
}
/** The statement for a fault: the fast path answers at once (or notes a warning), the diagnostic path adds an issue. */
export function emitFault(scope, fault) {
    const severity = fault.severity ?? 'error';
    if (scope.mode === 'fast')
        return severity === 'error' ? 'return false;' : 'W.warned = true;';
    const rule = fault.rule ?? scope.rule;
    const [code, level, came] = [toLiteral(fault.code), toLiteral(severity), fault.came ?? 'undefined'];
    return `c.add({ code: ${code}, severity: ${level}, path: ${fault.path}, rule: ${rule}, expected: ${fault.expected}, came: ${came} });`;
}
const BOUND = {
    code: 'inCode',
    string: 'inCode',
    uri: 'inCode',
    Coding: 'inCoding',
    CodeableConcept: 'inConcept',
    Quantity: 'inQuantity',
};
/** The check of a bound value. Answers 0 (outside), 1 (inside), 2 (cannot be decided here) come from the same function in both paths. */
export function emitBinding(scope, binding, code, { x, path }) {
    const test = BOUND[code];
    if (binding === undefined || test === undefined)
        return '';
    const set = scope.constants.intern(`rt.toValueSet(${toLiteral(binding.valueSet)})`);
    const bound = `{ strength: ${toLiteral(binding.strength)}, value: ${x}, path: ${path}, rule: ${scope.rule} }`;
    if (scope.mode === 'diagnose')
        return `c.bind(${test}(${set}, ${x}), ${set}, ${bound});`;
    return `if (${test}(${set}, ${x}) === 0) ${binding.strength === 'required' ? 'return false' : 'W.warned = true'};`;
}
/** The check that a literal reference points at an allowed type of resource. */
export function emitTargets(scope, type, { x, path }) {
    if (type.code !== 'Reference' || type.targets.length === 0)
        return '';
    const types = scope.toTargetTypes(type.targets);
    if (types === undefined)
        return '';
    const set = scope.constants.intern(`new Set(${toLiteral(types)})`);
    const fault = emitFault(scope, { code: 'reference-target', path: `${path} + '.reference'`, expected: toLiteral(types.join(' | ')) });
    return `if (!pointsAt(${x}, ${set})) ${fault}`;
}
/** The check that a value follows one of the profiles its type names. Extensions are checked by their url wherever they stand. */
export function emitProfiles(scope, type, { x, path }) {
    if (type.profiles.length === 0 || type.code === 'Extension')
        return '';
    const urls = scope.constants.intern(toLiteral(type.profiles));
    return scope.mode === 'fast' ? `if (!follows(${x}, ${urls})) return false;` : `c.follow(${x}, ${urls}, ${path});`;
}
//# sourceMappingURL=emit.js.map