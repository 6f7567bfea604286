import type { Finding, WarningDraft } from '../../../src/insight/warnings/finding.ts';

/** One finding of a warning on a day, resting on the weight of that day's visit. */
export function aFinding(date: string, facts: Partial<Finding> = {}): Finding {
  return {
    code: 'GROW-2T',
    level: 'jingga',
    visit: `visit-${date}`,
    date,
    evidence: [{ visit: `visit-${date}`, date, key: 'berat-badan', ordinal: 1, value: '7.3 kg', cell: 'BB' }],
    rule: 'GROW-2T@1',
    kerahasiaan: 'umum',
    ...facts,
  };
}

/** A warning of a child not gaining twice, shown on these days; open unless told otherwise. */
export function aWarning(dates: readonly [string, ...string[]], facts: Partial<WarningDraft> = {}): WarningDraft {
  return {
    code: 'GROW-2T',
    person: 'orang',
    level: 'jingga',
    place: 'posyandu-kenanga',
    opened: dates[0],
    latest: dates.at(-1) ?? dates[0],
    findings: dates.map((date) => aFinding(date, { ...(facts.code !== undefined && { code: facts.code }) })),
    kerahasiaan: 'umum',
    text: { id: 'Berat badan tidak naik dua kali berturut-turut.', en: 'No weight gain twice in a row.' },
    ...facts,
  };
}
