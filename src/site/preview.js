// Shows what is being typed in the admin UI around this page, keystroke by keystroke.
/** @type {Window} */
const admin = window.opener ?? window.parent

let newest
let isAsking = false

const show = async () => {
  if (isAsking) {
    return
  }
  isAsking = true
  while (newest) {
    const body = newest
    newest = undefined
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(location.href, { body, headers, method: 'POST' }).catch(() => null)
    // If it fails, the page stays as it is until the next keystroke.
    if (response?.ok) {
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      document.title = page.title
      for (const part of ['.breadcrumbs', 'main']) {
        document.querySelector(part)?.replaceWith(page.querySelector(part) ?? '')
      }
    }
  }
  isAsking = false
}

addEventListener('message', ({ data, origin }) => {
  if (origin === location.origin && data?.type === 'payload-live-preview' && data.data) {
    newest = JSON.stringify(data.data)
    void show()
  }
})

// The admin UI sends nothing before it gets this message.
admin.postMessage({ ready: true, type: 'payload-live-preview' }, location.origin)
