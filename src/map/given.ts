/** The same fields without those that are not given: an optional field is absent, never undefined. */
export function toGiven<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const given: { [K in keyof T]?: NonNullable<T[K]> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== null) given[key] = value;
  }
  return given;
}
