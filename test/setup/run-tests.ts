import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './find-browser.ts';
import { findFirefox } from './launch-firefox.ts';

/** Everything that must hold before a change is kept: lint, types, unit tests, builds, end-to-end tests. Ends with `N passed, N failed`. */

const ARTIFACTS = 'test/.artifacts';

interface Count {
  passed: number;
  failed: number;
}

const counts: Count[] = [];
mkdirSync(ARTIFACTS, { recursive: true });

mustSucceed('wxt', ['prepare']);
mustSucceed('biome', ['check', '--error-on-warnings', '.']);
mustSucceed('tsc', ['--noEmit']);
counts.push(vitest('unit', ['--config', 'vitest.config.ts']));
const built =
  mustSucceed('wxt', ['build']) &&
  mustSucceed('wxt', ['build'], { DISCLOSURE_LENS_E2E: '1' }) &&
  // Its tests run where there is a Firefox.
  (!findFirefox() ||
    (mustSucceed('wxt', ['build', '-b', 'firefox', '--mv3']) &&
      mustSucceed('wxt', ['build', '-b', 'firefox', '--mv3'], { DISCLOSURE_LENS_E2E: '1' })));
if (built) endToEnd();

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function endToEnd(): void {
  try {
    const CHROME_PATH = ensureBrowser();
    counts.push(vitest('e2e', ['--config', 'test/e2e/vitest.config.ts'], { CHROME_PATH }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts.push({ passed: 0, failed: 1 });
  }
}

function mustSucceed(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const ok = run(command, args, env);
  if (!ok) counts.push({ passed: 0, failed: 1 });
  return ok;
}

function vitest(name: string, args: string[], env: Record<string, string> = {}): Count {
  const file = `${ARTIFACTS}/${name}.json`;
  rmSync(file, { force: true });
  const ok = run('vitest', ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env);
  try {
    const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    // A test file that could not be loaded fails the run without a failed test of its own.
    return { passed: result.numPassedTests, failed: Math.max(result.numFailedTests, ok ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(command: string, args: string[], env: Record<string, string>): boolean {
  console.log(`\n› ${command} ${args.join(' ')}`);
  // A build lists every file it packs; that is of interest only when it fails.
  const quiet = command === 'wxt';
  const result = spawnSync(command, args, {
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  const ok = result.status === 0;
  if (quiet && !ok) console.error(`${result.stdout}${result.stderr}`);
  if (result.error) console.error(result.error.message);
  return ok;
}
