import { aDistrict } from '../deliver/a-district.ts';
import { aSandbox } from '../simulator/a-sandbox.ts';
import { createReceivingPlatform } from '../platforms/receiving/receiving-platform.ts';
import { startReceiver } from '../platforms/receiving/receiver.ts';
import type { Fault } from '../platforms/receiving/receiver-faults.ts';
import { openLateWay } from './late-way.ts';
import { describePlatform, type UnderTest } from './platform-contract.ts';

describePlatform('SATUSEHAT', async (): Promise<UnderTest> => {
  const sandbox = await aSandbox();
  const way = await openLateWay(sandbox.simulator.url);
  const district = await aDistrict({ sandbox, platformUrl: way.url });
  const root = { method: 'POST', path: '^/fhir-r4/v1/?$' };
  const faults = {
    lost: { kind: 'lost-after-commit', times: 1, match: root },
    cut: { kind: 'lost-before-commit', times: 1, match: root },
    // On the first entry all others hang, so nothing can go alone.
    refused: { kind: 'rule-refusal', rule: 10001, entry: 'Encounter', match: root },
    busy: { kind: 'too-many-requests', retryAfterSeconds: 60, match: root },
    away: { kind: 'html-403', match: root },
  } as const;
  return {
    district,
    changes: 'held',
    visits: async () => (await district.stored('Encounter')).length,
    disturb: async (kind) => {
      await sandbox.plan(faults[kind]);
    },
    recover: async () => {
      await sandbox.http.delete('/_sandbox/faults');
    },
    holdNext: () => {
      way.holdNext(/^\/fhir-r4\/v1\/?$/);
    },
    land: () => way.land(),
    close: async () => {
      await way.close();
      await district.close();
    },
  };
});

describePlatform('the receiver', async (): Promise<UnderTest> => {
  const receiver = await startReceiver();
  const district = await aDistrict({ platform: createReceivingPlatform({ url: receiver.url }) });
  const visit = { type: 'visit' } as const;
  const faults: Readonly<Record<'lost' | 'cut' | 'refused' | 'busy' | 'away', Fault>> = {
    lost: { ...visit, kind: 'lost', times: 1 },
    cut: { ...visit, kind: 'cut', times: 1 },
    refused: { ...visit, kind: 'refuse-message' },
    busy: { ...visit, kind: 'too-many', retryAfterSeconds: 60 },
    away: { ...visit, kind: 'unavailable', retryAfterSeconds: 60 },
  };
  return {
    district,
    changes: 'taken',
    visits: () =>
      Promise.resolve(receiver.resources().filter(({ type, history }) => type === 'visit' && history.at(-1)?.ended === false).length),
    disturb: (kind) => {
      receiver.fault(faults[kind]);
      return Promise.resolve();
    },
    recover: () => {
      receiver.clearFaults();
      return Promise.resolve();
    },
    holdNext: () => {
      receiver.fault({ ...visit, kind: 'late', times: 1 });
    },
    land: () => {
      receiver.landLate();
      return Promise.resolve();
    },
    close: async () => {
      await receiver.close();
      await district.close();
    },
  };
});
