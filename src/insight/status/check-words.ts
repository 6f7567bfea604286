import type { Static } from '@sinclair/typebox';
import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import type { ElementTable } from '../../map/element-definition.ts';
import type { Whom } from '../../map/element-definition.ts';
import { checkWhom } from '../../map/tables/compile-overlays.ts';
import { toUnknownWord } from '../../map/tables/read-table.ts';
import type { settingSchema, settingsSchema } from './status-schema.ts';

/** Names a fault by its path in the table; the table knows file and line. */
export type ReportFault = (path: readonly (string | number)[], message: Bilingual) => void;

type WrittenSettings = Static<typeof settingsSchema>;
type Setting = Static<typeof settingSchema>;

/** Reports each key that no element of the programme has, with the nearest one that it has. */
export function checkElements(
  path: readonly (string | number)[],
  keys: readonly string[],
  { elements, report }: { readonly elements: ElementTable; readonly report: ReportFault },
): void {
  const known = elements.elements;
  for (const [at, key] of keys.entries()) {
    if (!known.has(key)) report([...path, at], toUnknownWord({ id: 'elemen', en: 'element' }, key, known.keys()));
  }
}

/** Reports each stage of life that a line is meant for and that there is none of. */
export function checkStages(
  path: readonly (string | number)[],
  line: Whom,
  { stages, report }: { readonly stages: ReadonlySet<string> | undefined; readonly report: ReportFault },
): void {
  if (stages !== undefined) checkWhom(path, line, stages, report);
}

/** The option chosen of each setting; one that is not offered is a fault. */
export function chooseSettings(settings: WrittenSettings, report: ReportFault): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(settings).map(([slug, { use, options }]) => {
      const known = Object.keys(options);
      if (!known.includes(use)) report(['settings', slug, 'use'], toUnknownWord({ id: 'pilihan', en: 'option' }, use, known));
      return [slug, use];
    }),
  );
}

/** Reports a line that depends on a setting or an option that there is none of. */
export function checkSettings(
  path: readonly (string | number)[],
  setting: Setting | undefined,
  { settings, report }: { readonly settings: WrittenSettings; readonly report: ReportFault },
): void {
  for (const [slug, option] of Object.entries(setting ?? {})) {
    const known = settings[slug];
    if (known === undefined) report([...path, slug], toUnknownWord({ id: 'pengaturan', en: 'setting' }, slug, Object.keys(settings)));
    else if (!Object.hasOwn(known.options, option))
      report([...path, slug], toUnknownWord({ id: 'pilihan', en: 'option' }, option, Object.keys(known.options)));
  }
}

/** True where each setting that a line names stands so, or it names none. */
export function isChosen(setting: Setting | undefined, chosen: Readonly<Record<string, string>>): boolean {
  return Object.entries(setting ?? {}).every(([slug, option]) => chosen[slug] === option);
}
