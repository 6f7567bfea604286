import { Option, type Command } from 'commander';
import type { ValidationOptions } from '../validate/options.ts';

/** The flags of `titian validate`, as commander gives them. */
export interface ValidateFlags {
  readonly json: boolean;
  readonly lang: Language;
  readonly profile: readonly string[];
  readonly definitions: readonly string[];
  readonly questionnaire: readonly string[];
  readonly lists: readonly string[];
  readonly examples?: ValidationOptions['exampleUrls'];
  readonly htmlInMarkdown?: ValidationOptions['htmlInMarkdown'];
  readonly references?: ValidationOptions['references'];
  readonly bestPractice: boolean;
  readonly allowComments: boolean;
  readonly extensionDomain?: readonly string[];
}

/** The language a person reads first. */
export type Language = 'id' | 'en';

const strictness = ['allowed', 'warned', 'refused'] as const;

/** Adds the flags of `titian validate`. */
export function addValidateOptions(command: Command): Command {
  return command
    .option('--json', 'satu objek JSON per resource / one JSON object a resource', false)
    .addOption(
      new Option('--lang <bahasa>', 'id: Indonesia dengan Inggris di bawahnya; en: English only').choices(['id', 'en']).default('id'),
    )
    .option('--profile <url...>', 'profil selain meta.profile / profiles beside meta.profile', [])
    .option(
      '--definitions <path...>',
      'profil, ValueSet, CodeSystem: file JSON, folder, atau package.tgz / profiles, value sets, code systems: JSON files, folders, or package.tgz',
      [],
    )
    .option('--questionnaire <file...>', 'Questionnaire untuk QuestionnaireResponse / Questionnaires of the responses', [])
    .option(
      '--lists <path...>',
      'daftar kode (CSV atau JSON dengan system dan code) / lists of codes (CSV or JSON with system and code)',
      [],
    )
    .addOption(new Option('--examples <cara>', 'url contoh (example.org) / example urls').choices(strictness))
    .addOption(
      new Option('--html-in-markdown <cara>', 'tag HTML di markdown dan teks / HTML tags in markdown and text').choices(strictness),
    )
    .addOption(
      new Option('--references <cara>', 'hanya bentuk dan jenis, atau harus ada / form and type only, or they must exist').choices([
        'type',
        'exists',
      ]),
    )
    .option('--best-practice', 'laporkan anjuran (dom-6) sebagai peringatan / tell best practices as warnings', false)
    .option('--allow-comments', 'izinkan komentar dalam JSON / allow comments in JSON', false)
    .option('--extension-domain <url...>', 'hanya extension di bawah alamat ini boleh tanpa definisi / extensions that need no definition');
}

/** What the flags ask of the validator; what is not given stays as the validator has it. */
export function toValidationOptions(flags: ValidateFlags): Partial<ValidationOptions> {
  return {
    ...(flags.examples && { exampleUrls: flags.examples }),
    ...(flags.htmlInMarkdown && { htmlInMarkdown: flags.htmlInMarkdown }),
    ...(flags.references && { references: flags.references }),
    ...(flags.bestPractice && { bestPractice: 'warned' }),
    ...(flags.allowComments && { comments: 'allowed' }),
    ...(flags.extensionDomain && { extensionDomains: flags.extensionDomain }),
  };
}
