/**
 * Every code of a value set of the guide as `{ system, code, display }`, in the order in which they are written. It lists its codes, or takes a whole
 * code system of the guide; anything else (a filter, another value set, a system of others) throws, as it could not be decided without a server.
 */
export function expandValueSet({ id, compose }, codeSystems) {
  if (compose.exclude !== undefined) throw new Error(`${id} leaves out codes, which is not expanded here`);
  return compose.include.flatMap((include) => expandInclude(id, include, codeSystems));
}

function expandInclude(id, { system, concept, filter, valueSet }, codeSystems) {
  if (system === undefined || filter !== undefined || valueSet !== undefined) throw new Error(`${id} is not a list of codes`);
  if (concept !== undefined) return concept.map(({ code, display }) => ({ system, code, ...(display !== undefined && { display }) }));
  const codeSystem = codeSystems.get(system);
  if (codeSystem?.content !== 'complete') throw new Error(`${id} takes all codes of ${system}, which the guide does not hold`);
  return codeSystem.concept.map(({ code, display }) => ({ system, code, display }));
}
