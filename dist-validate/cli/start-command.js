import { readConfig } from "../config.js";
import { createLog } from "../log.js";
import { startTitian } from "../main.js";
import { createTell } from "./tell.js";
/** Adds `titian start`: PostgreSQL, gateway, worker and, where no platform is configured, the sandbox. Ends cleanly on SIGTERM and SIGINT. */
export function addStartCommand(program) {
    program
        .command('start')
        .description('jalankan gateway / run the gateway')
        .option('--json', 'satu objek JSON per kejadian / one JSON object an event', false)
        .option('--people <file>', 'orang tambahan untuk sandbox / more people for the sandbox', (file, files) => [...files, file], [])
        .action(async (options) => {
        const config = readConfig(process.env);
        const titian = await startTitian(config, { tell: createTell({ json: options.json, out: process.stdout }), log: createLog(config.logLevel), sandboxPeople: options.people });
        await new Promise((resolve) => {
            process.once('SIGTERM', resolve);
            process.once('SIGINT', resolve);
        });
        await titian.stop();
    });
}
//# sourceMappingURL=start-command.js.map