import './brand.css'

/** The office's name on the sign-in page, where Payload would show its own. */
export const Logo = () => (
  <div className="brand">
    <span className="brand__name">Interdisziplinäre Koordinierungsstelle Häusliche Gewalt</span>
    <span className="brand__region">für die Region Braunschweig</span>
  </div>
)
