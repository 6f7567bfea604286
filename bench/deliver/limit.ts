import { Agent } from 'node:http';
import axios, { type AxiosInstance } from 'axios';
import { toWeighing } from './a-weighing.ts';

/** What the limit is measured with. */
export interface LimitOptions {
  readonly url: string;
  readonly organization: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  readonly patient: string;
  readonly practitioner: string;
  readonly location: string;
  readonly visits: number;
  readonly inFlight: number;
}

/**
 * Visits a second that the sandbox takes from a client that reads nothing, keeps nothing and looks at no answer but its status:
 * no way out can be faster than this, on this machine and at this moment.
 */
export async function measureLimit(options: LimitOptions): Promise<number> {
  const http = axios.create({ baseURL: options.url, proxy: false, httpAgent: new Agent({ keepAlive: true }), validateStatus: () => true });
  const token = await askToken(http, options.client);
  const bodies = Array.from({ length: options.visits }, () => toWeighing(options));
  const since = performance.now();
  const lanes = Array.from({ length: options.inFlight }, async () => {
    for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
      const { status } = await http.post('/fhir-r4/v1', body, { headers: { authorization: `Bearer ${token}` } });
      if (status !== 200) throw new Error(`The sandbox answered ${String(status)} to the visit of the limit`);
    }
  });
  await Promise.all(lanes);
  return options.visits / ((performance.now() - since) / 1000);
}

async function askToken(http: AxiosInstance, { clientId, clientSecret }: LimitOptions['client']): Promise<string> {
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret });
  const { data } = await http.post<{ readonly access_token?: string }>('/oauth2/v1/accesstoken?grant_type=client_credentials', body);
  if (data.access_token === undefined) throw new Error('The sandbox gave no token');
  return data.access_token;
}
