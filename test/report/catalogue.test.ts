// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { issueCatalogue } from '../../src/map/catalogue/issue-catalogue.ts';
import { holdReasons } from '../../src/platforms/satusehat/holds/hold-reasons.ts';
import { listErrorPages } from '../../src/report/catalogue/error-catalogue.ts';
import { mappingSeverities } from '../../src/report/catalogue/severities.ts';
import { validationCatalogue } from '../../src/validate/catalogue/catalogue.ts';
import { undecidedReasons } from '../../src/validate/catalogue/undecided-reasons.ts';

/** A code as it stands in the source: where, and the severities written beside it. */
interface Written {
  readonly file: string;
  readonly code: string;
  readonly severities: readonly string[];
}

const src = fileURLToPath(new URL('../../src/', import.meta.url));
// The simulator answers in the ministry's words, and the catalogues themselves are what is being checked.
const apart = /^(simulator|map\/catalogue|report\/catalogue)\/|^validate\/(catalogue|undecided-reasons)/;
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((file) => !apart.test(file))
  .sort()
  .map((file) => ({ file, tree: ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.ES2023) }));

// Written `code:`, but no code of a finding. FHIR codings need no line here: they are told by the `system` beside them.
const otherCodes: Readonly<Record<string, readonly string[]>> = {
  'map/bundle/to-encounter.ts': ['HH', 'AMB'],
  'map/places/read-policies.ts': [''],
  'platforms/satusehat/visit/immunization-reasons.ts': ['IM-Dasar', 'IM-Baduta', 'IM-SD', 'IM-WUS'],
  'platforms/satusehat/visit/to-dispense.ts': ['TAB', 'CAP'],
  'validate/corrections.ts': ['Resource', 'string', 'Reference'],
  'validate/generate/emit.ts': ['inCode'],
  'validate/generate/generate-overlay.ts': ['Resource'],
  'validate/profile/place-extensions.ts': ['string'],
};
// Written `reason:`, but about whether two persons are one, how somebody left a register, what has no code, or why a file of definitions cannot be read.
const otherReasons: Readonly<Record<string, readonly string[]>> = {
  'map/persons/match-person.ts': ['satu-nik', 'dua-nik', 'mungkin-kembar', 'nama-mirip', 'bayi-diberi-nama', 'orang-tua-tidak-disebut'],
  'map/persons/find-person.ts': ['satu-nik', 'mungkin-kembar'],
  'map/persons/enrolment-endings.ts': ['meninggal', 'melahirkan', 'keguguran'],
  'map/list-gaps.ts': [''],
  'validate/load-definitions.ts': ['unreadable', 'too-large', 'not-json', 'not-fhir', 'not-a-package'],
};
// Codes put together at run time, and the pages they lead to.
const spelledOut: Readonly<Record<string, readonly string[]>> = {
  'satusehat-…': ['satusehat-nomor'],
  'fhir-server-…': ['fhir-server-nomor'],
  'binding-…': ['binding-required', 'binding-extensible'],
};
/** Where reasons are given to a function instead of written beside `reason:`; the number is the argument. */
const reasonArguments: Readonly<Record<string, number>> = { toSkipped: 1, toQuarantined: 1 };
const choices: readonly ts.SyntaxKind[] = [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken];
const severityNames = new Set(['fatal', 'error', 'warning', 'information']);

const pages = listErrorPages(holdReasons);
const byCode = new Map(pages.map((page) => [page.code, page]));
const codes = sources.flatMap(({ file, tree }) => visit(tree, (node) => findCode(node, file)));
const reasons = sources.flatMap(({ file, tree }) => visit(tree, findReasons).map((code) => ({ file, code })));

function visit<T>(node: ts.Node, find: (node: ts.Node) => readonly T[]): T[] {
  const found = [...find(node)];
  ts.forEachChild(node, (child) => {
    found.push(...visit(child, find));
  });
  return found;
}

/** The texts an expression or a literal type can be; a template is told by its fixed part and an ellipsis. */
function textsIn(node: ts.Node): readonly string[] {
  return visit(node, (each) => {
    if (ts.isStringLiteral(each) || ts.isNoSubstitutionTemplateLiteral(each)) return [each.text];
    return ts.isTemplateExpression(each) ? [`${each.head.text}…`] : [];
  });
}

/** The texts a value can be, by itself or as a branch of a choice; never what a condition compares or a call is given. */
function valuesOf(node: ts.Node): readonly string[] {
  const branches = branchesOf(node);
  if (branches.length > 0) return branches.flatMap(valuesOf);
  const isText = [ts.isStringLiteralLike, ts.isTemplateExpression, ts.isLiteralTypeNode, ts.isUnionTypeNode].some((is) => is(node));
  return isText ? textsIn(node) : [];
}

function branchesOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isBinaryExpression(node)) return choices.includes(node.operatorToken.kind) ? [node.left, node.right] : [];
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? [node.expression] : [];
}

function membersOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isObjectLiteralExpression(node)) return node.properties;
  return ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node) ? node.members : [];
}

/** The value of a member of an object, or its type where the node is a type. */
function memberOf(node: ts.Node, name: string): ts.Node | undefined {
  for (const member of membersOf(node)) {
    if (!ts.isPropertyAssignment(member) && !ts.isPropertySignature(member)) continue;
    const isNamed = ts.isIdentifier(member.name) && member.name.text === name;
    if (isNamed) return ts.isPropertyAssignment(member) ? member.initializer : member.type;
  }
  return undefined;
}

function findCode(node: ts.Node, file: string): readonly Written[] {
  const code = memberOf(node, 'code');
  if (code === undefined || memberOf(node, 'system') !== undefined) return [];
  // A type with several codes does not say which severity belongs to which.
  const severity = ts.isObjectLiteralExpression(node) ? memberOf(node, 'severity') : undefined;
  const severities = severity === undefined ? [] : valuesOf(severity).filter((text) => severityNames.has(text));
  return valuesOf(code).map((text) => ({ file, code: text, severities }));
}

function findReasons(node: ts.Node): readonly string[] {
  const written = [memberOf(node, 'reason'), memberOf(node, 'nikFault')].flatMap((found) => (found === undefined ? [] : valuesOf(found)));
  const held = ts.isStringLiteral(node) && /^hold:./.test(node.text) ? [node.text.slice('hold:'.length)] : [];
  return [...written, ...held, ...givenReasons(node), ...answeredReasons(node)];
}

/** A function that is named after holding answers with the reason (src/map/sending-of.ts). */
function answeredReasons(node: ts.Node): readonly string[] {
  if (!ts.isFunctionDeclaration(node) || !/^hold[A-Z]/.test(node.name?.text ?? '')) return [];
  return visit(node, (each) => (ts.isReturnStatement(each) && each.expression !== undefined ? valuesOf(each.expression) : []));
}

function givenReasons(node: ts.Node): readonly string[] {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
  const given = node.arguments[reasonArguments[node.expression.text] ?? -1];
  return given === undefined ? [] : valuesOf(given);
}

function withoutPage(written: readonly Pick<Written, 'file' | 'code'>[], others: Readonly<Record<string, readonly string[]>>): string[] {
  const lacking = written
    .filter(({ file, code }) => others[file]?.includes(code) !== true)
    .flatMap(({ file, code }) => (spelledOut[code] ?? [code]).map((each) => ({ file, code: each })))
    .filter(({ code }) => !byCode.has(code));
  return [...new Set(lacking.map(({ file, code }) => `${code}, written in src/${file}`))];
}

function unusedExceptions(
  written: readonly Pick<Written, 'file' | 'code'>[],
  others: Readonly<Record<string, readonly string[]>>,
): string[] {
  const seen = new Set(written.map(({ file, code }) => `${file} ${code}`));
  return Object.entries(others).flatMap(([file, each]) => each.map((code) => `${file} ${code}`).filter((one) => !seen.has(one)));
}

describe('the catalogue of codes', () => {
  test('every code of a finding in the source has a page', () => {
    expect(codes.length).toBeGreaterThan(100);
    expect(withoutPage(codes, otherCodes)).toEqual([]);
  });

  test('every reason for which a row or a sending stops has a page', () => {
    expect(reasons.length).toBeGreaterThan(20);
    expect(withoutPage(reasons, otherReasons)).toEqual([]);
  });

  test('every exception from these rules is still needed', () => {
    expect([...unusedExceptions(codes, otherCodes), ...unusedExceptions(reasons, otherReasons)]).toEqual([]);
    expect(Object.keys(spelledOut).filter((code) => !codes.some((written) => written.code === code))).toEqual([]);
  });

  test.each([
    ['mapping', issueCatalogue],
    ['validation', validationCatalogue],
    ['reasons of SATUSEHAT', holdReasons],
  ])('every code of the catalogue of %s has a page', (_name, catalogue) => {
    expect(Object.keys(catalogue).filter((code) => !byCode.has(code))).toEqual([]);
  });

  test('no page stands for a code that nothing in the source knows', () => {
    const known = new Set([
      ...sources.flatMap(({ tree }) => textsIn(tree)),
      ...reasons.map(({ code }) => code),
      ...Object.values(spelledOut).flat(),
      ...[issueCatalogue, validationCatalogue, undecidedReasons, holdReasons].flatMap((catalogue) => Object.keys(catalogue)),
    ]);
    expect(pages.map(({ code }) => code).filter((code) => !known.has(code))).toEqual([]);
  });

  test('every page says all it says in both languages', () => {
    const incomplete = pages.filter(({ title, seen, meaning, remedy, numbers = [] }) =>
      [title, meaning, remedy, ...(seen === undefined ? [] : [seen]), ...numbers.map(({ says }) => says)].some(
        ({ id, en }) => id.trim() === '' || en.trim() === '' || /[{}]/.test(id + en),
      ),
    );
    expect(incomplete.map(({ code }) => code)).toEqual([]);
  });

  test('pages are sorted, and no code has two', () => {
    const listed = pages.map(({ code }) => code);
    expect(listed).toEqual([...new Set(listed)].sort());
  });

  test('a code in two catalogues is refused by name', () => {
    const twice = { D01: { id: 'a', en: 'a', remedyId: 'a', remedyEn: 'a' } };
    expect(() => listErrorPages(twice)).toThrow('D01');
  });

  test('a page file is named by letters that every file system takes', () => {
    expect(pages.map(({ code }) => code).filter((code) => !/^[A-Za-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
    const folded = pages.map(({ code }) => code.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });
});

describe('how grave a code is', () => {
  test('a page lists every severity that is written beside its code', () => {
    const lacking = codes.flatMap(({ file, code, severities }) =>
      (spelledOut[code] ?? [code]).flatMap((each) => {
        const told = byCode.get(each)?.severities ?? [];
        return severities
          .filter((one) => !told.some((severity) => severity === one))
          .map((one) => `${each}: ${one}, written in src/${file}`);
      }),
    );
    expect(lacking).toEqual([]);
  });

  test('a page says that nothing raises its code only while that is so', () => {
    const texts = new Set(sources.flatMap(({ tree }) => textsIn(tree)));
    const reserved = pages.filter(({ standing }) => standing === 'reserved').map(({ code }) => code);
    expect(reserved.filter((code) => texts.has(code))).toEqual([]);
    expect(Object.keys(mappingSeverities).filter((code) => !texts.has(code))).toEqual([]);
  });

  test('severities are told for codes there are, the gravest first', () => {
    expect(Object.keys(mappingSeverities).filter((code) => !Object.hasOwn(issueCatalogue, code))).toEqual([]);
    const order = [...severityNames];
    const misplaced = pages.filter(({ severities }) => {
      const ranks = severities.map((severity) => order.indexOf(severity));
      return ranks.some((rank, at) => at > 0 && rank <= (ranks[at - 1] ?? -1));
    });
    expect(misplaced.map(({ code }) => code)).toEqual([]);
  });
});

describe('a number of SATUSEHAT', () => {
  const page = byCode.get('satusehat-nomor');

  test('has one page for all, which names the dictionary of the ministry', () => {
    expect(page?.meaning.id).toContain('Kamus Validasi Kemenkes');
    expect(page?.meaning.en).toContain('Kamus Validasi');
  });

  test.each(['20002', '20012', '429', '401', '403'])('%s is explained on that page', (number) => {
    expect(page?.numbers?.filter((each) => each.number.split(', ').includes(number))).toHaveLength(1);
  });
});
