import './brand.css'

/** The office's short name, at the beginning of every page's breadcrumbs. */
export const Icon = () => <span className="brand-icon">iKOST</span>
