import type { DiagnosticReport, Reference, Resource, ServiceRequest, Specimen } from '@medplum/fhirtypes';

/**
 * The resources of a visit, a laboratory's reports with the ServiceRequest that they and their specimens must name (rules 10387, 10440). Forms hold
 * the result alone; that it was asked for in this contact by whoever answers for it is all that the request says.
 */
export function addRequests(resources: readonly Resource[], requestIds: ReadonlyMap<string, string>): readonly Resource[] {
  const lonely = resources.flatMap((resource) => (isLonely(resource) ? [resource] : []));
  const requests = lonely.flatMap((report) => toRequest(report, requestIds.get(report.id ?? '')) ?? []);
  const byReport = new Map(lonely.map(({ id = '' }) => [id, toLink(requestIds.get(id))]));
  const bySpecimen = new Map(
    lonely.flatMap(({ id = '', specimen = [] }) => specimen.map(({ reference }) => [reference, byReport.get(id)])),
  );
  return [...requests, ...resources.map((resource) => toRequested(resource, byReport, bySpecimen))];
}

type Link = Reference<ServiceRequest> | undefined;

function isLonely(resource: Resource): resource is DiagnosticReport {
  return resource.resourceType === 'DiagnosticReport' && resource.basedOn === undefined;
}

function toLink(id: string | undefined): Link {
  return id === undefined ? undefined : { reference: `urn:uuid:${id}` };
}

function toRequested(
  resource: Resource,
  byReport: ReadonlyMap<string, Link>,
  bySpecimen: ReadonlyMap<string | undefined, Link>,
): DiagnosticReport | Specimen | Resource {
  if (resource.resourceType === 'DiagnosticReport') {
    const link = byReport.get(resource.id ?? '');
    return link === undefined ? resource : { ...resource, basedOn: [link] };
  }
  if (resource.resourceType !== 'Specimen' || resource.request !== undefined) return resource;
  const link = bySpecimen.get(`urn:uuid:${resource.id ?? ''}`);
  return link === undefined ? resource : { ...resource, request: [link] };
}

/** The places in it become the nakes like all others. */
function toRequest(report: DiagnosticReport, id: string | undefined): ServiceRequest | undefined {
  const { code, subject, encounter, effectiveDateTime, performer } = report;
  if (id === undefined || subject === undefined) return undefined;
  const [by] = performer ?? [];
  return {
    resourceType: 'ServiceRequest',
    id,
    status: 'completed',
    intent: 'order',
    code,
    subject: subject,
    ...(encounter && { encounter }),
    ...(effectiveDateTime !== undefined && { authoredOn: effectiveDateTime }),
    ...(by && { requester: by as Reference as NonNullable<ServiceRequest['requester']>, performer: [by as Reference as never] }),
  };
}
