import fhirpath, { FP_Decimal } from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
/**
 * Compiles FHIRPath rules with fhirpath.js, each expression once.
 * A rule holds only when its answer is true: false, nothing at all and a failing evaluation do not hold (HL7/fhir PR 4122).
 */
export function createRuleCompiler() {
    const rules = new Map();
    return (path, expression) => {
        const key = `${path} ${expression}`;
        const known = rules.get(key);
        if (known !== undefined)
            return known;
        const rule = toLazyRule(path, expression);
        rules.set(key, rule);
        return rule;
    };
}
function toLazyRule(path, expression) {
    let evaluate;
    return (node, resource, root) => {
        try {
            // trace() would print to the console by default.
            evaluate ??= fhirpath.compile({ base: path, expression }, r4, { traceFn: () => undefined, async: false });
            // fhirpath.js 5.2.0 cannot take a bare number as the node a rule starts from ("ctx.getDecimal is not a function").
            const start = typeof node === 'number' ? FP_Decimal.getDecimal(node) : node;
            const answer = evaluate(start, { resource, rootResource: root, context: node });
            return Array.isArray(answer) && answer.length === 1 && answer[0] === true;
        }
        catch {
            // The rule, not the program, decides: an expression that cannot be evaluated on this data does not hold.
            return false;
        }
    };
}
//# sourceMappingURL=invariants.js.map