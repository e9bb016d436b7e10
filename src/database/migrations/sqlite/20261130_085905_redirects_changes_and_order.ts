import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`public_changes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`document\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`public_since\` numeric NOT NULL,
  	\`state\` text NOT NULL,
  	\`path\` text,
  	\`old_path\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`public_changes_document_idx\` ON \`public_changes\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`public_changes_number_idx\` ON \`public_changes\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`public_changes_updated_at_idx\` ON \`public_changes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`public_changes_created_at_idx\` ON \`public_changes\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_name_idx\`;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`sort_key\` text;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_sortKey_idx\` ON \`partners\` (\`_status\`,\`deleted_at\`,\`sort_key\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_deletedAt_version_name_idx\`;`)
  await db.run(sql`ALTER TABLE \`_partners_v\` ADD \`version_sort_key\` text;`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_sortKey_idx\` ON \`_partners_v\` (\`version__status\`,\`version_deleted_at\`,\`version_sort_key\`);`)
  await db.run(sql`ALTER TABLE \`pages_locales\` ADD \`sort_key\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` ADD \`version_sort_key\` text;`)
  await db.run(sql`ALTER TABLE \`standards_locales\` ADD \`sort_key\` text;`)
  await db.run(sql`ALTER TABLE \`_standards_v_locales\` ADD \`version_sort_key\` text;`)
  await db.run(sql`ALTER TABLE \`news_locales\` ADD \`sort_key\` text;`)
  await db.run(sql`ALTER TABLE \`_news_v_locales\` ADD \`version_sort_key\` text;`)
  await db.run(sql`ALTER TABLE \`redirects\` ADD \`type\` text DEFAULT '308';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`public_changes\`;`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_sortKey_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_name_idx\` ON \`partners\` (\`_status\`,\`deleted_at\`,\`name\`);`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`sort_key\`;`)
  await db.run(sql`DROP INDEX \`version__status_version_deletedAt_version_sortKey_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_name_idx\` ON \`_partners_v\` (\`version__status\`,\`version_deleted_at\`,\`version_name\`);`)
  await db.run(sql`ALTER TABLE \`_partners_v\` DROP COLUMN \`version_sort_key\`;`)
  await db.run(sql`ALTER TABLE \`pages_locales\` DROP COLUMN \`sort_key\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` DROP COLUMN \`version_sort_key\`;`)
  await db.run(sql`ALTER TABLE \`standards_locales\` DROP COLUMN \`sort_key\`;`)
  await db.run(sql`ALTER TABLE \`_standards_v_locales\` DROP COLUMN \`version_sort_key\`;`)
  await db.run(sql`ALTER TABLE \`news_locales\` DROP COLUMN \`sort_key\`;`)
  await db.run(sql`ALTER TABLE \`_news_v_locales\` DROP COLUMN \`version_sort_key\`;`)
  await db.run(sql`ALTER TABLE \`redirects\` DROP COLUMN \`type\`;`)
}
