import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`pages_breadcrumbs\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_version_breadcrumbs\`;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`_partners_v\` ADD \`version_accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`path\` text;`)
  await db.run(sql`CREATE INDEX \`pages_path_idx\` ON \`pages\` (\`path\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_path\` text;`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_path_idx\` ON \`_pages_v\` (\`version_path\`);`)
  await db.run(sql`ALTER TABLE \`standards\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`_standards_v\` ADD \`version_accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`redirects\` ADD \`target_is_public\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`redirects\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`site\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`_site_v\` ADD \`version_accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`navigation\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`_navigation_v\` ADD \`version_accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`emergency\` ADD \`accepted_warnings\` text;`)
  await db.run(sql`ALTER TABLE \`_emergency_v\` ADD \`version_accepted_warnings\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`pages_breadcrumbs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`doc_id\` text(36),
  	\`url\` text,
  	\`label\` text,
  	FOREIGN KEY (\`doc_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_breadcrumbs_order_idx\` ON \`pages_breadcrumbs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_breadcrumbs_parent_id_idx\` ON \`pages_breadcrumbs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_breadcrumbs_locale_idx\` ON \`pages_breadcrumbs\` (\`_locale\`);`)
  await db.run(sql`CREATE INDEX \`pages_breadcrumbs_doc_idx\` ON \`pages_breadcrumbs\` (\`doc_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_version_breadcrumbs\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`doc_id\` text(36),
  	\`url\` text,
  	\`label\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`doc_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_version_breadcrumbs_order_idx\` ON \`_pages_v_version_breadcrumbs\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_breadcrumbs_parent_id_idx\` ON \`_pages_v_version_breadcrumbs\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_breadcrumbs_locale_idx\` ON \`_pages_v_version_breadcrumbs\` (\`_locale\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_breadcrumbs_doc_idx\` ON \`_pages_v_version_breadcrumbs\` (\`doc_id\`);`)
  await db.run(sql`DROP INDEX \`pages_path_idx\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`path\`;`)
  await db.run(sql`DROP INDEX \`_pages_v_version_version_path_idx\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_path\`;`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`_partners_v\` DROP COLUMN \`version_accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`standards\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`_standards_v\` DROP COLUMN \`version_accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`news\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`_news_v\` DROP COLUMN \`version_accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`redirects\` DROP COLUMN \`target_is_public\`;`)
  await db.run(sql`ALTER TABLE \`redirects\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`site\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`_site_v\` DROP COLUMN \`version_accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`navigation\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`_navigation_v\` DROP COLUMN \`version_accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`emergency\` DROP COLUMN \`accepted_warnings\`;`)
  await db.run(sql`ALTER TABLE \`_emergency_v\` DROP COLUMN \`version_accepted_warnings\`;`)
}
