import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumPath, firefoxPath, miniBrowserPath, wantedBrowsers } from './scripts/browsers.mjs';
import { outcomeReporter } from './scripts/elements-reporter.mjs';

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {
        executablePath: chromiumPath(),
        headless: true,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
        ],
      },
    }),
  firefox: () =>
    puppeteerLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath: firefoxPath(),
        headless: true,
        // No connection but to the test server, and a camera that is always there.
        extraPrefsFirefox: {
          'app.update.auto': false,
          'app.normandy.enabled': false,
          'datareporting.policy.dataSubmissionEnabled': false,
          'toolkit.telemetry.enabled': false,
          'network.captive-portal-service.enabled': false,
          'network.connectivity-service.enabled': false,
          'browser.safebrowsing.malware.enabled': false,
          'browser.safebrowsing.phishing.enabled': false,
          'services.settings.server': 'data:,#remote-settings-dummy/v1',
          'browser.region.network.url': '',
          'extensions.update.enabled': false,
          'media.gmp-manager.updateEnabled': false,
          'network.dns.disablePrefetch': true,
          'network.prefetch-next': false,
          'media.navigator.streams.fake': true,
          'media.navigator.permission.disabled': true,
        },
      },
    }),
  // Its driver is started by scripts/elements.mjs, which says where it listens.
  webkit: () =>
    webdriverLauncher({
      protocol: 'http',
      hostname: '127.0.0.1',
      port: Number(process.env.WEBKIT_PORT),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: miniBrowserPath(), args: ['--automation'] },
      },
    }),
};

export default {
  files: ['test/components/**/*.test.ts', 'test/conformance/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  // One page at a time: on two cores, more only makes timings uneven.
  concurrency: 1,
  concurrentBrowsers: 1,
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: wantedBrowsers().map((engine) => launchers[engine]()),
  browserStartTimeout: 60_000,
  testsStartTimeout: 30_000,
  testsFinishTimeout: 60_000,
  testFramework: { config: { timeout: 10_000 } },
  reporters: [defaultReporter(), outcomeReporter('.cache/reports/elements.json')],
};
