/** Folders that a program cannot start without writing into, by the official image that it comes with. */
export interface Writes {
  /** Each with the other names of the same folder. */
  readonly folders: readonly (readonly string[])[];
  /** A volume here may hold settings that name other folders. */
  readonly settings: readonly string[];
}

const run = (name: string): readonly string[] => [`/var/run${name}`, `/run${name}`];

/** Their Dockerfiles and default settings say so; https://github.com/docker-library/docs. */
export const writesOf: ReadonlyMap<string, Writes> = new Map([
  // pid, and *_temp_path below /var/cache/nginx
  [
    'docker.io/library/nginx',
    { folders: [['/var/cache/nginx'], run('')], settings: ['/etc/nginx', '/docker-entrypoint.d'] },
  ],
  // httpd.pid
  ['docker.io/library/httpd', { folders: [['/usr/local/apache2/logs']], settings: ['/usr/local/apache2/conf'] }],
  // the lock beside the socket
  ['docker.io/library/postgres', { folders: [run('/postgresql')], settings: ['/etc/postgresql'] }],
  // socket and pid; the data folder is a volume of the image
  ['docker.io/library/mysql', { folders: [run('/mysqld')], settings: ['/etc/mysql', '/etc/my.cnf', '/etc/my.cnf.d'] }],
  [
    'docker.io/library/mariadb',
    { folders: [run('/mysqld')], settings: ['/etc/mysql', '/etc/my.cnf', '/etc/my.cnf.d'] },
  ],
]);
