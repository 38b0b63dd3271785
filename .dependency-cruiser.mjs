/** The arrows of the house: which room may import which. Every rule says in one sentence why it stands. */

/** A module by its folder, from the top of the repository. */
const room = (name) => `^${name}/`;
const npm = (...names) => `^node_modules/(${names.join('|')})/`;
const tests = '^test/';

/** Domain folders of `functions`; `aws` is the shell and belongs to no domain. */
const domains =
  'complaints|attachments|departments|inspections|penalties|channels|imports|objections|rewards|search|disclosure|institutions|credit|coordination|statistics|ledger|clocks|relay|window';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that import each other cannot be read one after the other: move what both need below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment:
        'Nothing imports this file and it starts nothing: delete it, or import it where it is needed.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '(^|/)\\.',
          '\\.d\\.ts$',
          '\\.config\\.(ts|js)$',
          '^web/',
          '^cdk/local/',
          tests,
          '^functions/[^/]+/[^/]+\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      comment:
        'This import leads nowhere: a path is misspelt, or a package is not in package.json. A build output that is not there yet is made by `npm run build`.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: ['^\\$app/', '\\$types$', '#sveltekit-server$'], // made by SvelteKit
      },
    },
    {
      name: 'law-is-pure',
      comment:
        'shared/ is the law: it imports only itself, valibot and @noble/hashes, so that it runs the same in a browser, a Lambda and a test, with no clock and no input or output.',
      severity: 'error',
      from: { path: room('shared') },
      to: { pathNot: [room('shared'), npm('valibot', '@noble/hashes')] },
    },
    {
      name: 'aws-behind-one-door',
      comment:
        'Only functions/aws speaks to AWS (and the local host and the tests, which stand outside): a handler names a port, so that it can be read and tested without the cloud.',
      severity: 'error',
      from: { pathNot: ['^functions/aws/', '^cdk/local/', tests] },
      to: { path: npm('@aws-sdk', '@smithy') },
    },
    {
      name: 'domains-talk-through-the-relay',
      comment:
        'A domain folder of functions/ never imports another: what one domain tells another is an outbox row, what both know is a rule in shared/.',
      severity: 'error',
      from: { path: `^functions/(${domains})/` },
      to: { path: `^functions/(${domains})/`, pathNot: '^functions/$1/' },
    },
    {
      name: 'hands-know-the-law',
      comment:
        'functions/ imports only itself, shared/ and its packages: the building and the window are not its business.',
      severity: 'error',
      from: {
        path: room('functions'),
        pathNot: '^functions/(disclosure/window-renderer|window/render-page)\\.ts$',
      },
      to: { path: ['^cdk/', '^web/', tests] },
    },
    {
      name: 'renderer-is-the-one-exception',
      comment:
        'The publisher and the page renderer run the built window, web/build/renderer.js, and nothing else of web/.',
      severity: 'error',
      from: { path: '^functions/(disclosure/window-renderer|window/render-page)\\.ts$' },
      to: { path: ['^cdk/', '^web/', tests], pathNot: '(^|/)web/build/renderer\\.js$' },
    },
    {
      name: 'building-reads-the-map',
      comment:
        'cdk/ builds from the catalogue, the definitions of the tables and shared/: it never imports a handler, it bundles the file that the catalogue names.',
      severity: 'error',
      from: { path: room('cdk') },
      to: {
        path: ['^functions/', '^web/', tests],
        pathNot: '^functions/(catalogue|catalogue/lambda|table-definitions)\\.ts$',
      },
    },
    {
      name: 'window-knows-the-law',
      comment:
        'web/ imports only itself and shared/: everything else it asks over HTTP, as anybody could.',
      severity: 'error',
      from: { path: room('web') },
      to: { path: ['^functions/', '^cdk/', tests] },
    },
    {
      name: 'cloud-building-runs-without-local-parts',
      comment: 'What is deployed never imports what hosts it on one machine.',
      severity: 'error',
      from: { path: '^cdk/', pathNot: '^cdk/local/' },
      to: { path: '^cdk/local/' },
    },
    {
      name: 'running-code-needs-no-dev-package',
      comment:
        'A Lambda carries packages of `dependencies` only; what tests and builds need stays in devDependencies.',
      severity: 'error',
      from: { path: ['^functions/', '^shared/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)web/build/'] },
    exclude: {
      path: ['(^|/)\\.svelte-kit/', '(^|/)web/build/client/', '(^|/)cdk\\.out/', '(^|/)\\.build/'],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'svelte'],
    },
  },
};
