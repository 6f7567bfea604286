import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfigFault, readConfig } from '../../src/config.ts';
import { joinWorkers } from '../../src/deliver/run-worker.ts';
import { createMaySendToServer } from '../../src/map/may-send.ts';
import { platformsOf } from '../../src/open-titian.ts';
import { readServerAuthorization } from '../../src/server-authorization.ts';
import { shipped } from '../map/bundle/a-visit.ts';

const faultsOf = (variables: Readonly<Record<string, string>>): string => {
  try {
    readConfig(variables);
    return '';
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.message;
    throw fault;
  }
};

describe("the settings of a FHIR server of one's own", () => {
  test('are absent by default, and then SATUSEHAT is owed alone', () => {
    const config = readConfig({});
    expect(config.fhirServer).toBeUndefined();
    expect(platformsOf(config)).toEqual(['satusehat']);
  });

  test('name the server, which is shown no names unless it is said', () => {
    const config = readConfig({ TITIAN_FHIR_SERVER_URL: 'https://fhir.dinkes.example/fhir' });
    expect(config.fhirServer).toEqual({ url: 'https://fhir.dinkes.example/fhir', authFile: undefined, identity: 'samar' });
    expect(platformsOf(config)).toEqual(['fhir-server', 'satusehat']);
  });

  test.each([
    ['a password in the address', { TITIAN_FHIR_SERVER_URL: 'https://dinkes:kata-sandi-uji@fhir.example' }, 'TITIAN_FHIR_SERVER_URL'],
    ['no address', { TITIAN_FHIR_SERVER_URL: 'fhir.example' }, 'TITIAN_FHIR_SERVER_URL'],
    ['another identity', { TITIAN_FHIR_SERVER_URL: 'https://fhir.example', TITIAN_FHIR_SERVER_IDENTITY: 'sebagian' }, '_IDENTITY'],
    ['a header for no server', { TITIAN_FHIR_SERVER_AUTH_FILE: '/etc/titian/server.auth' }, 'TITIAN_FHIR_SERVER_URL'],
  ])('%s is refused by name, and no secret is repeated', (_, variables, name) => {
    const faults = faultsOf(variables);
    expect(faults).toContain(name);
    expect(faults).not.toContain('kata-sandi-uji');
  });
});

describe('the header for the server', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'titian-server-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (text: string, mode = 0o600): Promise<string | undefined> => {
    const authFile = join(folder, 'server.auth');
    await writeFile(authFile, text);
    await chmod(authFile, mode);
    return readServerAuthorization({ authFile });
  };

  test('is the one line of its file; none is asked for without a file', async () => {
    expect(await read('Bearer rahasia-uji\n')).toBe('Bearer rahasia-uji');
    expect(await readServerAuthorization({ authFile: undefined })).toBeUndefined();
  });

  test.each([
    ['that others may read', 'Bearer rahasia-uji', 0o644, 'chmod 600'],
    ['that its group may read', 'Bearer rahasia-uji', 0o640, 'chmod 600'],
    ['of two lines', 'Bearer rahasia-uji\nX-Other: 1', 0o600, 'satu baris'],
    ['without anything', '  \n', 0o600, 'satu baris'],
  ])('a file %s is refused without a word of it', async (_, text, mode, why) => {
    const fault: unknown = await read(text, mode).catch((caught: unknown) => caught);
    expect(fault).toMatchObject({ name: 'ServerAuthorizationFault', message: expect.stringContaining(why) as unknown });
    expect(String(fault)).not.toContain('rahasia-uji');
  });

  test('a file that is not there is named', async () => {
    await expect(readServerAuthorization({ authFile: join(folder, 'tidak-ada') })).rejects.toThrow('tidak-ada');
  });
});

test('what goes to the server is what an element says, or all but what is for named officers and, where names are hidden, free words', () => {
  const definition = (key: string) => {
    const found = shipped.elements.get(key);
    if (found === undefined) throw new Error(`no element ${key}`);
    return found;
  };
  const weight = definition('berat-badan');
  const elements = new Map([
    ['biasa', { ...weight, kirim: { satusehat: 'tidak' } }],
    ['rahasia', { ...weight, kerahasiaan: 'sangat-terbatas' as const }],
    ['rahasia-disebut', { ...weight, kerahasiaan: 'sangat-terbatas' as const, kirim: { 'fhir-server': true as const } }],
    ['disebut-tidak', { ...weight, kirim: { 'fhir-server': 'tetap di sini' } }],
    ['teks', { ...weight, shape: 'text' as const, kirim: {} }],
  ]);
  const going = (showsNames: boolean): readonly string[] => {
    const maySend = createMaySendToServer({ ...shipped, elements }, { platform: 'fhir-server', showsNames });
    return [...elements.keys(), 'tidak-dikenal'].filter(maySend);
  };
  expect(going(false)).toEqual(['biasa', 'rahasia-disebut']);
  expect(going(true)).toEqual(['biasa', 'rahasia-disebut', 'teks']);
});

test('joined workers are woken and stopped together', async () => {
  const told: string[] = [];
  const worker = (name: string) => ({
    wake: () => {
      told.push(`wake ${name}`);
    },
    stop: () => {
      told.push(`stop ${name}`);
      return Promise.resolve();
    },
  });
  const joined = joinWorkers([worker('a'), worker('b')]);
  joined.wake();
  await joined.stop();
  expect(told).toEqual(['wake a', 'wake b', 'stop a', 'stop b']);
});
