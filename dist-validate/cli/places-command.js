import { readConfig } from "../config.js";
import { readSiteFolder } from "../open-titian.js";
import { createTell } from "./tell.js";
import { withStore } from "./with-store.js";
/** Adds `titian places import`: takes jejaring, pendaftaran and policies of the site folder into the store. */
export function addPlacesCommand(program) {
    const places = program.command('places').description('jejaring, pendaftaran, kebijakan / places, register, policies');
    places
        .command('import')
        .description('impor jejaring.csv, pendaftaran.csv, policies.yaml / import them')
        .option('--site <dir>', 'folder situs; bawaan TITIAN_SITE / site folder')
        .option('--json', 'keluaran JSON / JSON output', false)
        .action(async (options) => {
        const config = readConfig(process.env);
        const site = await readSiteFolder(options.site ?? config.siteDir);
        const change = await withStore(config, createTell({ json: options.json, out: process.stderr }), (store) => store.transact((tx) => store.site.importSite(tx, site, new Date())));
        process.stdout.write(options.json ? `${JSON.stringify({ version: site.version, ...change })}\n` : toSentences(change));
    });
}
function toSentences({ places, enrolments }) {
    const said = (word, { added, changed, removed }) => `${word}: ${String(added)} baru / new, ${String(changed)} berubah / changed, ${String(removed)} tidak lagi disebut / no longer named\n`;
    return said('Tempat / places', places) + said('Pendaftaran / enrolments', enrolments);
}
//# sourceMappingURL=places-command.js.map