import { makeRunFolder, stopOrphans } from "./run-server.js";
/** Jest's globalSetup: names the folder in which the first test that needs a database starts the one server of the run. */
export default async function globalSetup() {
    await stopOrphans();
    process.env['TITIAN_TEST_RUN'] = await makeRunFolder();
}
