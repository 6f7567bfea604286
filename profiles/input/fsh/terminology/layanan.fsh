CodeSystem: Layanan
Id: layanan
Title: "Layanan"
Description: "Layanan yang dikunjungi pada hari itu, bagian dari kunci kunjungan. Sumber data dapat menambah layanan lain."
* insert Terbitan
* ^caseSensitive = true
* ^content = #fragment
* #posyandu-balita "Posyandu balita" "Penimbangan dan pemantauan bayi dan balita di posyandu."
