const lines = []

function remember(request) {
  var entry = request.ip + ' ' + request.url
  lines.push(entry)
  console.log('visited: ' + entry)
}

function dump() {
  for (var i = 0; i < lines.length; i++) console.log(lines[i])
}

module.exports = { remember, dump }
