import { Command } from 'commander';
import { describe, expect, test } from '@jest/globals';
import { speakHelp, toFaultText } from '../../src/cli/speak-help.ts';

describe('the help of a command', () => {
  test('speaks Indonesian first, also for a command added later', () => {
    const convert = speakHelp(new Command('titian')).command('convert').argument('<file>', 'berkas');
    const help = convert.helpInformation();

    for (const words of ['Pemakaian / Usage:', 'Argumen / Arguments:', 'bantuan untuk perintah ini']) expect(help).toContain(words);
    expect(help).not.toContain('display help');
  });

  test.each([
    ["error: required option '--source <name>' not specified\n", 'Pilihan --source <name> wajib ditulis.'],
    ["error: missing required argument 'file'\n", 'Argumen file wajib ditulis.'],
    ["error: unknown option '--jsn'\n(Did you mean --json?)\n", 'Pilihan --jsn tidak ada.'],
    ["error: unknown command 'warning'\n(Did you mean warnings?)\n", 'Perintah warning tidak ada.'],
    ["error: too many arguments for 'import'. Expected 0 arguments but got 1.\n", 'Terlalu banyak argumen.'],
  ])('%s is said in Indonesian, with the English beneath', (text, words) => {
    expect(toFaultText(text)).toBe(`${words}\n${text}`);
  });

  test('what was said in both languages stays as it is', () => {
    const text = "error: command-argument value 'a' is invalid for argument 'visit'. Tulis nomor kunjungan. / Write the number.\n";
    expect(toFaultText(text)).toBe(text);
  });
});
