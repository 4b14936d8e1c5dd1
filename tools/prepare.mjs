import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Node is new enough, and the packages are those of the lockfile. */
export async function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Node ${process.versions.node}: 20.19 이상이 필요합니다. Install Node 20.19 or newer, then try again.`,
    );
    process.exit(1);
  }
  if (packagesAreCurrent()) return;
  await installPackages();
}

/** Every dependency is there in the version that package.json pins. */
export function packagesAreCurrent() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries({ ...dependencies, ...devDependencies }).every(([name, version]) => {
    const file = join(root, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}

function installPackages() {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1_000).toFixed(1)}s`;
  const alive = setInterval(() => console.log(`[.. ${seconds()}] packages: npm ci`), 2_000);
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(alive);
      if (code !== 0)
        return reject(
          new Error(
            `npm ci ended with ${code}. 위의 오류를 고치고 다시 시도하세요. Mend the error above, then try again.`,
          ),
        );
      console.log(`[ok ${seconds()}] packages`);
      resolve();
    });
  });
}
