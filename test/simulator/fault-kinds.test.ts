// Longer than 200 lines: one fixture for every kind of fault, in one file, because every further file costs a loading of its own.
import { afterEach, describe, expect, test } from '@jest/globals';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { faultKinds } from '../../src/simulator/faults/fault-kinds.ts';
import { faultNames } from '../../src/simulator/faults/fault-names.ts';
import type { SimulatorOptions } from '../../src/simulator/start-simulator.ts';
import { aSandbox, aVisit, issuesOf, nikSystem, textsOf, type Sandbox } from './a-sandbox.ts';

const running: Sandbox[] = [];
const start = async (options: Partial<SimulatorOptions> = {}): Promise<Sandbox> => {
  const sandbox = await aSandbox(options);
  running.push(sandbox);
  return sandbox;
};
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.simulator.stop();
});

type Outcome = AxiosResponse<unknown> | 'no answer';
const raw = { responseType: 'text', transformResponse: (text: string) => text, maxRedirects: 0 } as const;
const outcome = (call: Promise<AxiosResponse<unknown>>): Promise<Outcome> => call.catch(() => 'no answer' as const);
const answered = (one: Outcome): AxiosResponse<unknown> => {
  if (one === 'no answer') throw new Error('an answer was expected');
  return one;
};
const visitsIn = async (sandbox: Sandbox): Promise<number> =>
  ((await sandbox.http.get('/_sandbox/resources?type=Encounter')).data as { total: number }).total;
const specOf = (name: string): object => faultKinds.find((kind) => kind.name === name)?.spec ?? {};
const raffa = { params: { identifier: `${nikSystem}|6472991805239511` } };
const later = (sandbox: Sandbox, seconds: number): void => {
  sandbox.clock.now = new Date(sandbox.clock.now.getTime() + seconds * 1000);
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const untilStored = async (sandbox: Sandbox): Promise<void> => {
  for (let tries = 0; tries < 100 && (await visitsIn(sandbox)) === 0; tries += 1) await wait(50);
};

/** What the caller of a struck transaction sees. */
const seen: Readonly<Record<string, (one: Outcome) => unknown>> = {
  latency: (one) => one === 'no answer',
  'slow-answer': (one) => one === 'no answer',
  'status-500': (one) => answered(one).status === 500,
  'status-502': (one) => answered(one).status === 502,
  'status-503': (one) => answered(one).status === 503 && answered(one).data === 'no healthy upstream',
  'status-504': (one) => answered(one).data === 'Gateway Timeout',
  'status-500-outcome': (one) => String(answered(one).data).includes('unexpected internal error'),
  'too-many-requests': (one) => answered(one).status === 429 && answered(one).headers['retry-after'] === undefined,
  'too-many-requests-seconds': (one) => answered(one).headers['retry-after'] === '5',
  'too-many-requests-date': (one) => answered(one).headers['retry-after'] === 'Fri, 15 Aug 2025 00:00:05 GMT',
  'quota-window': (one) => answered(one).status === 200,
  'quota-bucket': (one) => answered(one).status === 200,
  'lost-before-commit': (one) => one === 'no answer',
  'lost-after-commit': (one) => one === 'no answer',
  'silent-after-commit': (one) => one === 'no answer',
  'late-commit': (one) => one === 'no answer',
  'truncated-json': (one) =>
    answered(one).status === 200 && String(answered(one).data).startsWith('{') && !String(answered(one).data).endsWith('}'),
  'empty-body': (one) => answered(one).status === 200 && answered(one).data === '',
  'html-403': (one) => answered(one).status === 403 && String(answered(one).data).startsWith('<!doctype'),
  'html-200': (one) => answered(one).status === 200 && String(answered(one).data).startsWith('<!doctype'),
  redirect: (one) => answered(one).status === 302 && answered(one).headers['location'] === '/masuk-wifi',
  'wrong-id': (one) => {
    const { response } =
      (JSON.parse(String(answered(one).data)) as { entry: { response: { location: string; resourceID: string } }[] }).entry[0] ?? {};
    return response?.location.includes(response.resourceID) === false;
  },
  'duplicate-answer': (one) => String(answered(one).data).includes('Found duplicate resource: Encounter (RuleNumber: 20002)'),
  'rule-refusal': (one) => String(answered(one).data).includes('RuleNumber: 10003'),
  forbidden: (one) => answered(one).status === 403 && String(answered(one).data).includes('"forbidden"'),
  'clock-skew': (one) =>
    answered(one).headers['date'] === 'Thu, 14 Aug 2025 22:00:00 GMT' && String(answered(one).data).includes('2025-08-14T22:00:00'),
  'partial-success': (one) => (JSON.parse(String(answered(one).data)) as { entry: unknown[] }).entry.length === 2,
  'invalid-token': (one) => String(answered(one).data).includes('oauth.v2.InvalidAccessToken'),
  'invalid-token-outcome': (one) => answered(one).status === 401 && String(answered(one).data).includes('invalid-access-token'),
  'no-api-product': (one) => String(answered(one).data).includes('InvalidAPICallAsNoApiProductMatchFound'),
  'expired-token': (one) => String(answered(one).data).includes('access_token_expired'),
  'token-refused': (one) => answered(one).status === 200,
  'token-refused-old-form': (one) => answered(one).status === 200,
  'token-penalty': (one) => answered(one).status === 200,
  'hidden-by-consent': (one) => answered(one).status === 200,
  'hidden-by-consent-bare': (one) => answered(one).status === 200,
};

/** Kinds that leave a single transaction alone: they wait for more calls, or for a request for a token. */
const elsewhere = new Set(['quota-window', 'quota-bucket', 'token-refused', 'token-refused-old-form', 'token-penalty']);

/** Kinds whose caller gives up first. */
const slow = new Set(['latency', 'slow-answer', 'silent-after-commit']);

describe('the catalogue', () => {
  test('holds at least twenty ways, each under one name, each of a kind that is known, and every kind in it', () => {
    expect(new Set(faultKinds.map(({ name }) => name)).size).toBe(faultKinds.length);
    expect(faultKinds.length).toBeGreaterThanOrEqual(20);
    expect(new Set(faultKinds.map(({ spec }) => spec.kind))).toEqual(new Set(faultNames));
    for (const { meaning } of faultKinds) expect(meaning).toEqual({ id: expect.stringMatching(/.{5}/), en: expect.stringMatching(/.{5}/) });
  });

  test.each(faultKinds.map((kind) => [kind.name, kind] as const))(
    '%s does to a transaction what it says',
    async (name, { spec, stored }) => {
      const sandbox = await start();
      const fhir = await sandbox.signedIn();
      const [planned, timeout] = slow.has(name) ? [{ ...spec, delayMs: 1500 }, 400] : [spec, 10_000];
      await sandbox.plan(planned);
      const one = await outcome(fhir.post('/', aVisit(), { ...raw, timeout }));
      const atOnce = await visitsIn(sandbox);
      // A slow request may still be on its way when its caller has gone.
      if (name === 'latency') await untilStored(sandbox);
      later(sandbox, 6);

      expect(seen[name]?.(one)).toBe(true);
      expect(await visitsIn(sandbox)).toBe(stored === 'nothing' && !elsewhere.has(name) ? 0 : 1);
      if (stored === 'later') expect(atOnce).toBe(0);
    },
  );

  test('is told over HTTP, and a name of it plans what it stands for', async () => {
    const sandbox = await start();
    const { data }: AxiosResponse<unknown> = await sandbox.http.get('/_sandbox/fault-kinds');
    const planned = await sandbox.plan({ kind: 'status-502', times: 1 });

    expect((data as { kinds: unknown[] }).kinds).toHaveLength(faultKinds.length);
    expect(planned.data).toMatchObject({ faults: [{ kind: 'status', status: 502, timesLeft: 1 }] });
  });
});

describe('a late commit', () => {
  test('happens when the clock has gone on, and a resend before it makes the late one the duplicate', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ ...specOf('late-commit'), times: 1, afterSeconds: 30 });
    await outcome(fhir.post('/', aVisit()));
    later(sandbox, 29);
    const before = await visitsIn(sandbox);
    const again = await fhir.post('/', aVisit());
    later(sandbox, 2);

    expect([before, again.status, await visitsIn(sandbox)]).toEqual([0, 200, 1]);
    expect((await sandbox.http.get('/_sandbox/duplicates')).data).toMatchObject({ total: 0 });
  });

  test('makes the resend the duplicate when it comes first, without anybody asking in between', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ ...specOf('late-commit'), times: 1 });
    await outcome(fhir.post('/', aVisit()));
    later(sandbox, 6);
    const again = await fhir.post('/', aVisit());

    expect([again.status, issuesOf(again)[0]?.code]).toEqual([400, 'duplicate']);
  });

  test('may count from the moment the caller gives up, by the wall clock', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ ...specOf('late-commit'), times: 1, hang: true, realTime: true, afterSeconds: 0.2 });
    await outcome(fhir.post('/', aVisit(), { timeout: 50 }));
    const soon = await visitsIn(sandbox);
    await untilStored(sandbox);

    expect([soon, await visitsIn(sandbox)]).toEqual([0, 1]);
  });

  test('that is still to come when the simulator stops never comes', async () => {
    const before = await start();
    await before.plan({ ...specOf('late-commit'), times: 1 });
    await outcome((await before.signedIn()).post('/', aVisit()));
    await before.simulator.stop();
    later(before, 60);
    const after = await start({ data: before.data });

    expect(await visitsIn(after)).toBe(0);
  });
});

describe('a hidden quota', () => {
  const statuses = async (fhir: AxiosInstance, calls: number): Promise<readonly number[]> => {
    const found: number[] = [];
    for (let call = 0; call < calls; call += 1) found.push((await fhir.get('/metadata')).status);
    return found;
  };
  const refused = (found: readonly number[]): number => found.filter((status) => status === 429).length;

  test('of a fixed window lets so many through a window and credential, and begins anew with the next', async () => {
    const sandbox = await start();
    const [one, other] = [await sandbox.signedIn(), await sandbox.signedIn('simulasi-karang-joang')];
    await sandbox.plan({ kind: 'quota', style: 'window', limit: 5, windowSeconds: 60 });
    const first = [refused(await statuses(one, 8)), refused(await statuses(other, 5))];
    later(sandbox, 60);

    expect([...first, refused(await statuses(one, 5))]).toEqual([3, 0, 0]);
  });

  test('shared by all refuses across credentials', async () => {
    const sandbox = await start();
    const [one, other] = [await sandbox.signedIn(), await sandbox.signedIn('simulasi-karang-joang')];
    await sandbox.plan({ kind: 'quota', limit: 4, perCredential: false });

    expect([refused(await statuses(one, 3)), refused(await statuses(other, 3))]).toEqual([0, 2]);
  });

  test('of a bucket refills steadily up to its burst', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'quota', style: 'bucket', limit: 60, windowSeconds: 60, burst: 3 });
    const first = refused(await statuses(fhir, 5));
    later(sandbox, 2);
    const second = refused(await statuses(fhir, 5));
    later(sandbox, 3600);

    expect([first, second, refused(await statuses(fhir, 5))]).toEqual([2, 3, 2]);
  });

  test.each([
    ['in seconds', {}, '60'],
    ['as a date', { retryAfterAs: 'date' }, 'Fri, 15 Aug 2025 00:01:00 GMT'],
  ])('may say %s how long to wait, and changes in mid-run', async (_case, how, header) => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'quota', limit: 2, retryAfter: true, ...how });
    await statuses(fhir, 2);
    const over = await fhir.get('/metadata');
    const changed = await sandbox.http.patch('/_sandbox/faults/fault-1', { limit: 4 });

    expect([over.status, over.headers['retry-after'], changed.status]).toEqual([429, header, 200]);
    expect(refused(await statuses(fhir, 3))).toBe(1);
  });

  test('that is not there cannot be changed, and a broken change is refused', async () => {
    const sandbox = await start();
    await sandbox.plan({ kind: 'quota' });

    expect((await sandbox.http.patch('/_sandbox/faults/fault-9', { limit: 4 })).status).toBe(404);
    expect((await sandbox.http.patch('/_sandbox/faults/fault-1', { match: { path: '(' } })).status).toBe(400);
  });
});

describe('faults of the token office', () => {
  test('a penalty closes it for a minute by the clock, whatever is offered', async () => {
    const sandbox = await start();
    await sandbox.plan({ ...specOf('token-penalty'), times: 1 });
    const first = await sandbox.askToken('simulasi-bengkuring');
    const second = await sandbox.askToken('simulasi-bengkuring');
    const neighbour = await sandbox.askToken('simulasi-karang-joang');
    later(sandbox, 60);

    expect([first.status, second.status, neighbour.status]).toEqual([401, 401, 200]);
    expect(textsOf(second)[0]).toContain('1 request per minute after a failed attempt');
    expect((await sandbox.askToken('simulasi-bengkuring')).status).toBe(200);
  });

  test.each([
    ['token-refused', { issue: [{ severity: 'invalid' }] }],
    ['token-refused-old-form', { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' }],
  ])('%s refuses once in its words, without a penalty', async (name, body) => {
    const sandbox = await start();
    await sandbox.plan({ ...specOf(name), times: 1 });
    const [first, second] = [await sandbox.askToken('simulasi-bengkuring'), await sandbox.askToken('simulasi-bengkuring')];

    expect([first.status, second.status]).toEqual([401, 200]);
    expect(first.data).toMatchObject(body);
  });

  test('a token that is suddenly unknown stays unknown; a fresh one opens', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ ...specOf('invalid-token'), times: 1 });
    const found = [await fhir.get('/metadata'), await fhir.get('/metadata'), await (await sandbox.signedIn()).get('/metadata')];

    expect(found.map(({ status }) => status)).toEqual([401, 401, 200]);
  });

  test('a skewed clock shows in the token, too', async () => {
    const sandbox = await start();
    await sandbox.plan(specOf('clock-skew'));

    expect((await sandbox.askToken('simulasi-bengkuring')).data).toMatchObject({
      issued_at: String(Date.parse('2025-08-14T22:00:00Z')),
    });
  });
});

describe('faults of a search', () => {
  test.each([
    ['hidden-by-consent', { resourceType: 'Bundle', total: 1, entry: [{ resource: { resourceType: 'OperationOutcome' } }] }],
    ['hidden-by-consent-bare', { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'suppressed' }] }],
  ])('%s shows a 200 without the resource', async (name, body) => {
    const sandbox = await start();
    await sandbox.plan(specOf(name));
    const { status, data } = await (await sandbox.signedIn()).get<unknown>('/Patient', raffa);

    expect(status).toBe(200);
    expect(data).toMatchObject(body);
    expect(JSON.stringify(data)).toContain('No consent available for Patient/P99000000201');
    expect(JSON.stringify(data)).not.toContain('RA**');
  });
});

describe('which entry a rule refuses', () => {
  test.each([
    ['by type', { entry: 'Observation', expression: 'Observation.performer', rule: 10383 }, ['Bundle.entry[2].resource.performer']],
    ['by number', { entry: 1 }, ['Bundle.entry[1].resource', 'Bundle.entry[2].resource']],
    [
      'that is not there: the first',
      { entry: 'Goal' },
      ['Bundle.entry[0].resource', 'Bundle.entry[1].resource', 'Bundle.entry[2].resource'],
    ],
  ])('%s', async (_case, how, places) => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan({ kind: 'rule-refusal', ...how });
    const response = await fhir.post('/', aVisit());

    expect(issuesOf(response).map((issue) => issue.expression?.[0])).toEqual(places);
    expect(
      textsOf(response)
        .slice(1)
        .every((text) => text.includes('20012')),
    ).toBe(true);
  });

  test('and only visits that hold such a resource are struck, where the match says so', async () => {
    const sandbox = await start();
    const fhir = await sandbox.signedIn();
    await sandbox.plan(
      { kind: 'rule-refusal', match: { resource: 'Goal' } },
      { kind: 'forbidden', match: { resource: 'Condition', client: 'simulasi-karang-joang' } },
    );

    expect((await fhir.post('/', aVisit())).status).toBe(200);
  });
});

test('a redirect leads to a page, as a captive portal does', async () => {
  const sandbox = await start();
  await sandbox.plan(specOf('redirect'));
  const page = await axios.get<string>(`${sandbox.simulator.url}/fhir-r4/v1/metadata`, { proxy: false });

  expect([page.status, page.data.startsWith('<!doctype')]).toEqual([200, true]);
});
