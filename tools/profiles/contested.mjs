/**
 * Profiles whose every instance a profile of R4 refuses: the national playbooks send the two numbers of a blood pressure as Observations of their own
 * (SATUSEHAT Postman collections 01, 06, 08, 14), and R4's vital signs know both codes only as components of one (R4 observation-vitalsigns, bp).
 * What we send has to be as the playbook says, but is no example of a resource that holds R4's rules.
 */
const CONTESTED = new Set(['tekanan-darah-sistolik', 'tekanan-darah-diastolik']);

/** Whether what a resource claims is in dispute between the playbooks and R4. */
export function isContested({ meta }) {
  return meta?.profile?.some((url) => CONTESTED.has(url.slice(url.lastIndexOf('/') + 1))) === true;
}
