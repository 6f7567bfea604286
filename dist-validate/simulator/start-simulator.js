import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from "./create-app.js";
import { FaultPlan } from "./fault-plan.js";
import { textAt } from "./json.js";
import { Journal } from "./journal.js";
import { readOrganizations } from "./organizations.js";
import { PeopleRegister } from "./people-register.js";
import { digest, seededRandom } from "./random.js";
import { readPeople, SimulatorDataError, toPerson } from "./read-people.js";
import { ResourceStore } from "./resource-store.js";
import { TokenOffice } from "./token-office.js";
/** The folder of the invented district that comes with Titian. */
export const exampleDistrict = fileURLToPath(new URL('../../site-example/simulator/', import.meta.url));
/**
 * Starts a simulated SATUSEHAT on 127.0.0.1, from the district's files and the journal of earlier runs.
 * Throws SimulatorDataError or JournalError when these cannot be read; nothing is listening then.
 */
export async function startSimulator(options) {
    const { world, opening } = await openWorld(options);
    const server = createServer(createApp(world));
    // Longer than the keep-alive of clients, so that no request meets a connection we are just closing.
    server.keepAliveTimeout = 75_000;
    const port = await listen(server, options.port ?? 0).catch(async (error) => {
        await world.journal.close();
        throw error;
    });
    let stopping;
    return {
        url: `http://127.0.0.1:${String(port)}`,
        opening,
        stop: () => (stopping ??= shutDown(server, world)),
    };
}
async function shutDown(server, world) {
    const closed = new Promise((resolve) => {
        server.close(() => {
            resolve();
        });
    });
    server.closeAllConnections();
    await closed;
    await world.journal.close();
}
async function openWorld(options) {
    const { seed = 1, tokenSeconds = 3599, now = () => new Date() } = options;
    const { people, store, clients } = openDistrict(options);
    const earlier = [];
    const { journal, opening } = await Journal.open(join(options.data, 'simulasi.ndjson'), (line) => {
        replayLine(line, { store, people, earlier });
    });
    store.attach(journal);
    // The lines of earlier runs enter the seed, so that a restart does not draw the same ids again.
    const random = seededRandom(digest(`${String(seed)} ${String(journal.bytes)}`).readUInt32BE(0));
    const issued = (token) => {
        journal.append(Buffer.from(`${JSON.stringify({ line: 'token', ...token })}\n`));
    };
    const tokens = new TokenOffice({ clients, random, expiresInSeconds: tokenSeconds, issued });
    for (const line of earlier)
        restoreToken(tokens, line, now());
    const faults = planFaults(options.faults ?? [], seed);
    return { world: { now, random, store, people, journal, tokens, faults, tally: new Map() }, opening };
}
/** Everything that is there at the first start: people, health workers, organisations, places and clients. */
function openDistrict({ organizations = join(exampleDistrict, 'organizations.json'), people = [] }) {
    const register = new PeopleRegister();
    for (const path of [join(exampleDistrict, 'people.json'), ...people])
        readPeople(path, register);
    const { resources, clients } = readOrganizations(organizations);
    const store = new ResourceStore();
    for (const { owner, resource } of resources)
        store.seed(resource, owner);
    return { people: register, store, clients };
}
function replayLine(line, into) {
    const kind = textAt(line.value, 'line');
    if (kind === 'commit')
        into.store.replay(line);
    else if (kind === 'token')
        into.earlier.push(line.value);
    else if (kind === 'person')
        replayPerson(line.value, into.people);
}
function replayPerson(line, people) {
    const person = toPerson('jurnal simulasi', line['person'] ?? null);
    const citizen = person.nik === undefined ? undefined : people.citizens(person.nik).find((each) => each.ihs === undefined);
    if (citizen !== undefined && person.ihs !== undefined)
        people.register(citizen, person.ihs);
    else if (person.ihs === undefined || people.patient(person.ihs) === undefined)
        people.add(person);
}
function restoreToken(tokens, line, now) {
    const [token, clientId, expiresAtMs] = [textAt(line, 'token'), textAt(line, 'clientId'), line['expiresAtMs']];
    if (token !== undefined && clientId !== undefined && typeof expiresAtMs === 'number')
        tokens.restore({ token, clientId, expiresAtMs }, now.getTime());
}
function planFaults(specs, seed) {
    const faults = new FaultPlan(seededRandom(seed + 1));
    for (const spec of specs) {
        const planned = faults.add(spec);
        if ('wrong' in planned)
            throw new SimulatorDataError(planned.wrong);
    }
    return faults;
}
async function listen(server, port) {
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    });
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
}
//# sourceMappingURL=start-simulator.js.map