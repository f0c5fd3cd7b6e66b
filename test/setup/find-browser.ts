import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];
const DEBIAN_PACKAGES = ['chromium', 'chromium-l10n', 'fontconfig', 'fonts-noto-cjk'];

/** Path of an installed Chromium, Chrome or Edge (CHROME_PATH first); null where there is none. */
export function findBrowser(): string | null {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH && existsSync(CHROME_PATH)) return CHROME_PATH;
  return candidates(PATH.split(delimiter)).find(path => existsSync(path)) ?? null;
}

function candidates(path: string[]): string[] {
  if (process.platform === 'darwin')
    return MAC_APPS.flatMap(app =>
      ['', process.env.HOME ?? ''].map(home => `${home}/Applications/${app}.app/Contents/MacOS/${app}`),
    );
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(variable =>
      WINDOWS_PATHS.map(tail => join(process.env[variable] ?? 'C:\\', tail)),
    );
  return NAMES.flatMap(name => path.map(folder => join(folder, name)));
}

/** A browser and fonts to show Chinese with; on Debian and Ubuntu as root both are installed. Throws one clear line otherwise. */
export function ensureBrowser(): string {
  const found = findBrowser();
  const fonts = process.platform !== 'linux' || hasChineseFonts();
  if (found && fonts) return found;
  if (canInstall()) {
    console.log('安装浏览器和中文字体 installing a browser and Chinese fonts: apt-get install');
    const missing = found ? ['fontconfig', 'fonts-noto-cjk'] : DEBIAN_PACKAGES;
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...missing);
  } else if (found) {
    console.warn('没有中文字体，界面可能显示为方框 no Chinese font found: install one, such as Noto Sans CJK');
    return found;
  }
  const browser = found ?? findBrowser();
  if (browser) return browser;
  throw new Error(
    '没有找到浏览器 no browser found: 请安装 install Chrome, Chromium or Edge, or set CHROME_PATH to its program file',
  );
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function apt(...args: string[]): void {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function hasChineseFonts(): boolean {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (!list.error) return list.stdout.trim() !== '';
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    folder =>
      existsSync(folder) && readdirSync(folder, { recursive: true }).some(file => /cjk|wqy|hei/i.test(`${file}`)),
  );
}

/** True where windows can be shown: on Linux a display must be there, and no machine runs it unattended. */
export function hasDisplay(): boolean {
  if (process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
