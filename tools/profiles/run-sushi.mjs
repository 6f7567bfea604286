import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages that SUSHI would fetch unasked; nothing here builds on them, and nothing is fetched. */
const UNASKED = /^Failed to load automatically-provided /;

/**
 * Runs SUSHI with snapshots, its own home and no network. A warning counts as an error.
 * Each error comes back as one line, `profiles/input/fsh/x.fsh:12: what is wrong`; `failed` is true when SUSHI failed for any reason.
 */
export async function runSushi({ root, home, project, out }) {
  const sushi = join(root, 'node_modules', 'fsh-sushi', 'dist', 'app.js');
  const offline = pathToFileURL(join(root, 'tools', 'profiles', 'no-network.mjs')).href;
  const args = ['--import', offline, sushi, 'build', project, '--snapshot', '--out', out];
  const env = { PATH: process.env.PATH, HOME: home, USERPROFILE: home, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { code, text } = await collect(spawn(process.execPath, args, { cwd: out, env }));
  const errors = readErrors(text).map(({ message, file, line }) => (file ? `${relative(root, file)}:${line ?? 1}: ${message}` : message));
  return { failed: code !== 0 || errors.length > 0, errors: code !== 0 && errors.length === 0 ? [text.trim()] : errors };
}

function collect(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text }));
  });
}

/** SUSHI prints `error  message`, then `  File: path` and `  Line: n` or `  Lines: n - m` on lines of their own. */
function readErrors(text) {
  const errors = [];
  let current;
  // SUSHI colours its words whatever the terminal says.
  for (const line of text.replace(/\u001b\[[0-9;]*m/g, '').split(/\r?\n/)) {
    const start = /^(error|warn|info)\s+(.*)$/.exec(line);
    if (start) current = start[1] === 'info' || UNASKED.test(start[2]) ? undefined : push(errors, start[2]);
    else if (current) readPlace(current, line);
  }
  return errors;
}

function push(errors, message) {
  const error = { message, file: undefined, line: undefined };
  errors.push(error);
  return error;
}

function readPlace(error, line) {
  const place = /^\s*(File|Lines?):\s+(.+?)(?:\s+-\s+\d+)?$/.exec(line);
  if (place === null) return;
  if (place[1] === 'File') error.file = place[2];
  else error.line = Number(place[2]);
}
