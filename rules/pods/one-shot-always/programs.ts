import { argumentsOf, programOf, sleepSeconds, type ShellCommand } from '@podlint/kubelet';
import { own } from '@podlint/plain';

/** Programs that do one thing and end, and commands of the shell itself. */
const quick: ReadonlySet<string> = new Set(
  (
    ': [ [[ alembic basename cd chgrp chmod chown cp createdb curl cut date dbmate dirname dropdb echo egrep exit export expr false fgrep find flyway grep gunzip gzip head hostname id ln ls ' +
    'md5sum mkdir mktemp mv mysqldump pg_dump pg_restore printenv printf pwd readlink return rm rmdir sed seq set sha256sum shift sort stat sync tar test touch tr true umask uname uniq unset unzip wc wget whoami'
  ).split(' '),
);

/** Programs that end with one of these words among their arguments. */
const withSubcommand: Readonly<Record<string, readonly string[]>> = {
  aws: ['cp', 'sync'],
  atlas: ['apply'],
  bundle: ['db:migrate', 'db:seed', 'db:setup', 'db:create'],
  'django-admin': ['migrate', 'collectstatic'],
  git: ['clone', 'fetch', 'pull'],
  goose: ['up', 'down'],
  gsutil: ['cp', 'rsync'],
  knex: ['migrate:latest', 'migrate:up'],
  kubectl: ['annotate', 'apply', 'create', 'delete', 'label', 'patch', 'rollout', 'scale'],
  liquibase: ['update'],
  migrate: ['up', 'down', 'goto'],
  mysql: ['-e'],
  npx: ['migrate', 'migrate:latest', 'db:migrate'],
  prisma: ['migrate'],
  psql: ['-c', '-f'],
  python: ['migrate', 'collectstatic'],
  python3: ['migrate', 'collectstatic'],
  rails: ['db:migrate', 'db:seed', 'db:setup', 'db:create'],
  rake: ['db:migrate', 'db:seed', 'db:setup', 'db:create'],
  sequelize: ['db:migrate'],
};

/** Who sleeps for that long means to stay: `sleep 86400`, `sleep 365d`. */
const aDay = 86_400;

/** Files that have no end. */
const endless = /^\/(?:dev|proc)\//;

/** Whether a command is known to end, and soon. Everything unknown may be a server. */
export function endsByItself(command: ShellCommand): boolean {
  if (command.words.length === 0) return true;
  const program = programOf(command);
  if (program === undefined) return false;
  if (program === 'sleep') return (sleepSeconds(command) ?? Infinity) < aDay;
  const words = argumentsOf(command);
  // Without a file it waits for input.
  if (program === 'cat') return words.length > 0 && !words.some(({ text }) => endless.test(text));
  return (
    quick.has(program) ||
    (own(withSubcommand, program)?.some((subcommand) => words.some(({ text }) => text === subcommand)) ?? false)
  );
}
