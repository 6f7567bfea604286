#!/usr/bin/env node
import { Command } from 'commander';
/** One loader a command: a command loads only what it needs, so that `validate` starts without a database driver. */
const commands = {
    start: async () => (await import("./start-command.js")).addStartCommand,
    sandbox: async () => (await import("./sandbox-command.js")).addSandboxCommand,
    submit: async () => (await import("./submit-command.js")).addSubmitCommand,
    convert: async () => (await import("./convert-command.js")).addConvertCommand,
    validate: async () => (await import("./validate-command.js")).addValidateCommand,
    places: async () => (await import("./places-command.js")).addPlacesCommand,
    keys: async () => (await import("./keys-command.js")).addKeysCommand,
    growth: async () => (await import("./growth-command.js")).addGrowthCommand,
    demo: async () => (await import("./demo-command.js")).addDemoCommand,
};
const program = new Command('titian')
    .description('Titian: dari catatan posyandu dan SIMPUS ke SATUSEHAT / from posyandu and SIMPUS records to SATUSEHAT')
    .version('0.1.0')
    .showHelpAfterError();
const wanted = commands[process.argv[2] ?? ''];
for (const load of wanted === undefined ? Object.values(commands) : [wanted])
    (await load())(program);
// Exit codes: 0 = holds, 1 = does not, 2 = could not run. Faults teach; a stack trace is for bugs only.
await program.parseAsync(process.argv).catch((fault) => {
    process.stderr.write(`${isBug(fault) ? (fault.stack ?? fault.message) : fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 2;
});
/** Faults that teach are classes of ours; what JavaScript throws by itself is a bug and keeps its stack. */
function isBug(fault) {
    return fault instanceof Error && [Error, TypeError, RangeError, ReferenceError].some((builtIn) => fault.constructor === builtIn);
}
//# sourceMappingURL=main.js.map