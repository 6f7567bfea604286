#!/usr/bin/env node
import { Command } from 'commander';
import { speakHelp } from './speak-help.ts';

type Add = (program: Command) => void;

/** One loader a command: a command loads only what it needs, so that `validate` starts without a database driver. */
const commands: Readonly<Record<string, () => Promise<Add>>> = {
  start: async () => (await import('./start-command.ts')).addStartCommand,
  sandbox: async () => (await import('./sandbox-command.ts')).addSandboxCommand,
  submit: async () => (await import('./submit-command.ts')).addSubmitCommand,
  replay: async () => (await import('./replay-command.ts')).addReplayCommand,
  convert: async () => (await import('./convert-command.ts')).addConvertCommand,
  validate: async () => (await import('./validate-command.ts')).addValidateCommand,
  conformance: async () => (await import('./conformance-command.ts')).addConformanceCommand,
  source: async () => (await import('./source-command.ts')).addSourceCommand,
  places: async () => (await import('./places-command.ts')).addPlacesCommand,
  facility: async () => (await import('./facility-command.ts')).addFacilityCommand,
  keys: async () => (await import('./keys-command.ts')).addKeysCommand,
  owed: async () => (await import('./owed-command.ts')).addOwedCommand,
  persons: async () => (await import('./persons-command.ts')).addPersonsCommand,
  identity: async () => (await import('./identity-command.ts')).addIdentityCommand,
  incidents: async () => (await import('./incidents-command.ts')).addIncidentsCommand,
  done: async () => (await import('./incidents-command.ts')).addDoneCommand,
  redrive: async () => (await import('./redrive-command.ts')).addRedriveCommand,
  platform: async () => (await import('./platform-command.ts')).addPlatformCommand,
  confirm: async () => (await import('./confirm-command.ts')).addConfirmCommand,
  warnings: async () => (await import('./warnings-command.ts')).addWarningsCommand,
  due: async () => (await import('./due-command.ts')).addDueCommand,
  growth: async () => (await import('./growth-command.ts')).addGrowthCommand,
  doctor: async () => (await import('./doctor-command.ts')).addDoctorCommand,
  backup: async () => (await import('./backup-command.ts')).addBackupCommand,
  receipt: async () => (await import('./receipt-command.ts')).addReceiptCommand,
  restore: async () => (await import('./backup-command.ts')).addRestoreCommand,
  demo: async () => (await import('./demo-command.ts')).addDemoCommand,
};

// Whoever reads our output may stop reading (`| head`): a command then ends quietly; whoever has servers to end goes on without it.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  if (process.argv[2] !== 'start' && process.argv[2] !== 'demo') process.exit();
});

const program = speakHelp(new Command('titian'))
  .description('Titian: dari catatan posyandu dan SIMPUS ke SATUSEHAT / from posyandu and SIMPUS records to SATUSEHAT')
  .version('0.1.0', '-V, --version', 'versi / version')
  // A command that was called wrongly could not run.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

const wanted = commands[process.argv[2] ?? ''];
for (const load of wanted === undefined ? Object.values(commands) : [wanted]) (await load())(program);

// Exit codes: 0 = holds, 1 = does not, 2 = could not run. Faults teach; a stack trace is for bugs only.
await program.parseAsync(process.argv).catch((fault: unknown) => {
  process.stderr.write(`${isBug(fault) ? (fault.stack ?? fault.message) : fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});

/** Faults that teach are classes of ours; what JavaScript throws by itself is a bug and keeps its stack. */
function isBug(fault: unknown): fault is Error {
  return fault instanceof Error && [Error, TypeError, RangeError, ReferenceError].some((builtIn) => fault.constructor === builtIn);
}
