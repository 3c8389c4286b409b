// A page that is opened from a folder instead of a server says what to do: a
// browser runs no modules from there. An ordinary script it does run.
if (location.protocol === 'file:') {
  document.addEventListener('DOMContentLoaded', function () {
    var note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.style.cssText = 'position:fixed;left:0;right:0;bottom:0;z-index:9;margin:0;padding:14px 20px;background:#fff;color:#0e0d0b;border-top:2px solid #b80012;font:17px/1.4 Georgia,serif';
    note.textContent = 'A browser does not run this page from a folder. Start a web server in the folder, for instance with: python3 -m http.server, and open http://127.0.0.1:8000';
    document.body.appendChild(note);
  });
}
