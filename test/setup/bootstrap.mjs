// Runs on any Node from 20 on, without dependencies: it puts the dependencies in place, then hands over to a Node that can run the rest.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TASKS = {
  test: 'test/setup/run-tests.ts',
  start: 'test/setup/start.ts',
  sample: 'test/generator/write-sample.ts',
};

const [task, ...rest] = process.argv.slice(2);
if (!(task in TASKS)) fail(`用法 usage: node test/setup/bootstrap.mjs ${Object.keys(TASKS).join('|')}`);
install();
const node = capableNode();
const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
const done = spawnSync(node, [join(root, TASKS[task]), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
process.exit(done.status ?? 1);

/** `npm ci`, unless what the lockfile asks for is there already. */
function install() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('安装依赖 installing dependencies: npm ci');
  const npm = process.env.npm_execpath;
  // Quiet about engines: the packages are run by the Node that comes with them.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) fail('npm ci 失败 failed: 请检查网络后重试 check the network and try again');
}

/** The Node that came with the dependencies, or the machine's own where none is published for it. */
function capableNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const candidates = ['linux-x64', 'linux-arm64', 'win-x64']
    .map(target => join(root, 'node_modules', `node-${target}`, 'bin', name))
    .filter(existsSync);
  const found = [...candidates, process.execPath].find(isCapable);
  if (!found)
    fail(
      `需要 Node 22.18 或更新版本 Node 22.18 or newer is needed here (this is ${process.version}): https://nodejs.org`,
    );
  return found;
}

/** Runs, and reads TypeScript by itself. */
function isCapable(candidate) {
  const { status, stdout } = spawnSync(candidate, ['-p', 'process.features.typescript'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() === 'strip';
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
