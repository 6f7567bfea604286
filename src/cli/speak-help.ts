import type { Command } from 'commander';

/** What commander says by itself, and how it stands in the help of every command: Indonesian first. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Pemakaian / Usage:',
  'Arguments:': 'Argumen / Arguments:',
  'Options:': 'Pilihan / Options:',
  'Commands:': 'Perintah / Commands:',
};

const faults: readonly (readonly [RegExp, string])[] = [
  [/^error: required option '(.+)' not specified.*/, 'Pilihan $1 wajib ditulis.'],
  [/^error: missing required argument '(.+)'.*/, 'Argumen $1 wajib ditulis.'],
  [/^error: unknown option '(.+)'.*/, 'Pilihan $1 tidak ada.'],
  [/^error: unknown command '(.+)'.*/, 'Perintah $1 tidak ada.'],
  [/^error: option '(.+)' argument missing.*/, 'Pilihan $1 harus diikuti nilainya.'],
  [/^error: too many arguments.*/, 'Terlalu banyak argumen.'],
];

/** Lets a program and every command added to it afterwards speak Indonesian beside the English of its library. */
export function speakHelp(program: Command): Command {
  return program
    .helpOption('-h, --help', 'bantuan untuk perintah ini / help for this command')
    .helpCommand('help [command]', 'bantuan untuk sebuah perintah / help for a command')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({
      outputError: (text, write) => {
        write(toFaultText(text));
      },
    })
    .showHelpAfterError();
}

/** A fault of calling, in Indonesian where the library says it in English only. */
export function toFaultText(text: string): string {
  const [pattern, words] = faults.find(([each]) => each.test(text)) ?? [];
  if (pattern === undefined || words === undefined) return text;
  const [said = ''] = text.split('\n');
  return `${said.replace(pattern, words)}\n${text}`;
}
