import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Finding } from '../operate/doctor/finding.ts';
import { runDoctor } from '../operate/run-doctor.ts';
import { composeDoctor } from './compose-operate.ts';

/** Adds `titian doctor`: checks what Titian stands on and says what to do. Exit 0 = nothing fails, 1 = something does, 2 = could not look. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('periksa semua yang menopang Titian / check everything Titian stands on')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      // What the server says while it starts and stops is no finding.
      const findings = await runDoctor(await composeDoctor(readConfig(process.env), () => undefined));
      const holds = findings.every(({ state }) => state !== 'fail');
      process.stdout.write(json ? `${JSON.stringify({ holds, findings })}\n` : tellFindings(findings));
      process.exitCode = holds ? 0 : 1;
    });
}

function tellFindings(findings: readonly Finding[]): string {
  const count = (state: Finding['state']): string => String(findings.filter((finding) => finding.state === state).length);
  const sum = `${count('ok')} ok, ${count('warn')} warn, ${count('fail')} fail\n`;
  return findings.map(tellFinding).join('') + sum;
}

const indent = ' '.repeat(26);

function tellFinding({ check, state, id, en, remedy }: Finding): string {
  const found = `${state.padEnd(5)}${check.padEnd(20)} ${id}\n${indent}${en}\n`;
  return remedy === undefined ? found : `${found}${indent}-> ${remedy.id}\n${indent}-> ${remedy.en}\n`;
}
