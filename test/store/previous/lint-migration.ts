/** What a migration is held against. */
export interface Beside {
  /** The version that brings it. */
  readonly version: string;
  /** Tables that gateways of the version before work with. */
  readonly inUse: ReadonlySet<string>;
}

/** Why gateways of the version before could not go on working beside a migration, by its text; nothing where they can (docs/decisions/0009). */
export function lintMigration(text: string, { version, inUse }: Beside): readonly string[] {
  const contract = /^-- Contract, safe from (\S+): \S/.exec(text)?.[1];
  if (contract !== undefined) return lintContract(contract, version);
  const statements = splitStatements(text);
  if (text.startsWith('-- Outside a transaction:')) return lintAlone(statements, /^-- Unique beside the version before: \S/m.test(text));
  return [...statements.flatMap((statement) => lintStatement(statement, inUse)), ...lintDuration(statements, inUse)];
}

/** Names of the tables that a migration makes. */
export function tablesOf(text: string): readonly string[] {
  return splitStatements(text).flatMap((statement) => /^create (?:unlogged )?table (\w+) \(/.exec(statement)?.[1] ?? []);
}

function lintContract(named: string, version: string): readonly string[] {
  if (!/^\d+\.\d+\.\d+$/.test(named)) return [`a contract step names the version from which it is safe, not "${named}"`];
  return compareVersions(named, version) <= 0 ? [] : [`a contract step that is safe from ${named} cannot ship in ${version}`];
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const [index, number] of (left ?? []).entries()) if (number !== right?.[index]) return number - (right?.[index] ?? 0);
  return 0;
}

/** Done again after a process died in its middle: what is half there has to go first. */
function lintAlone(statements: readonly string[], reasoned: boolean): readonly string[] {
  const form = /^drop index concurrently if exists (\w+); create (unique )?index concurrently \1 on \w[^;]*$/;
  const [, name, unique] = form.exec(statements.join('; ')) ?? [];
  if (name === undefined)
    return ['outside a transaction stands one "drop index concurrently if exists" and then one "create index concurrently" of that name'];
  return unique === undefined || reasoned ? [] : [uniqueFault];
}

const uniqueFault =
  'what the version before writes, or wrote, may break a new unique index on a table it knows: say why not (-- Unique beside the version before: ...)';

/** A list of what is allowed, so that a kind of change nobody thought of is refused. */
function lintStatement(statement: string, inUse: ReadonlySet<string>): readonly string[] {
  const fault = findFault(statement, inUse);
  return fault === undefined ? [] : [`${fault}: ${statement.slice(0, 120)}`];
}

function findFault(statement: string, inUse: ReadonlySet<string>): string | undefined {
  const table = /^(?:alter table|insert into) (\w+)/.exec(statement)?.[1];
  if ((table !== undefined && !inUse.has(table)) || harmless.some((pattern) => pattern.test(statement))) return undefined;
  if (/^create (?:unique )?index /.test(statement)) return findIndexFault(statement, inUse);
  if (/^alter table \w+ add column /.test(statement)) return findColumnFault(statement);
  return 'only adding is safe beside gateways of the version before';
}

const harmless = [/^create (?:unlogged )?table \w+ \(/, /^comment on \w/, /^alter table \w+ alter column \w+ set (?:storage|statistics) /];

function findIndexFault(statement: string, inUse: ReadonlySet<string>): string | undefined {
  const table = /^create (?:unique )?index (?:if not exists )?\w+ on (\w+)/.exec(statement)?.[1];
  if (table !== undefined && !inUse.has(table)) return undefined;
  return 'an index on a table in use is made concurrently, in a file of its own outside a transaction';
}

function findColumnFault(statement: string): string | undefined {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/,\s*(?:add|drop|alter) /, 'one change a statement'],
    [/^(?!.* default ).* not null/, 'the version before writes no such column: not null needs a default'],
    [
      / default (?!(?:-?\d[\d.]*|'[^']*'|true|false|null|now\(\))(?:::\w+)?(?: |$))/,
      'a default that is computed rewrites the table under a lock',
    ],
    [/ generated /, 'a generated column rewrites the table under a lock'],
    [/ (?:unique|primary key|check|references|exclude)\b/, 'what the version before writes may break a constraint it does not know'],
  ];
  return rules.find(([pattern]) => pattern.test(statement))?.[1];
}

/** Locks are held to the commit: beside a change of a table in use nothing stands that goes through rows. */
function lintDuration(statements: readonly string[], inUse: ReadonlySet<string>): readonly string[] {
  const locks = statements.flatMap((statement) => /^alter table (\w+)/.exec(statement)?.[1] ?? []).some((table) => inUse.has(table));
  const long = statements.filter((statement) => /^insert into .* select /.test(statement));
  return locks ? long.map((statement) => `what takes long stands in a file of its own, without a lock: ${statement.slice(0, 120)}`) : [];
}

/** Statements in lower case on one line each, without comments. Semicolons in quotes do not end one. */
function splitStatements(text: string): readonly string[] {
  const bare = text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  return bare
    .split(/;(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((statement) => statement.replace(/\s+/g, ' ').trim().toLowerCase())
    .filter((statement) => statement !== '');
}
