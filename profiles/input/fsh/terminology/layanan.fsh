CodeSystem: Layanan
Id: layanan
Title: "Layanan"
Description: "Layanan yang dikunjungi pada hari itu, bagian dari kunci kunjungan. Sumber data dapat menambah layanan lain."
* insert Terbitan
* ^caseSensitive = true
* ^content = #fragment
* #posyandu-balita "Posyandu balita" "Penimbangan dan pemantauan bayi dan balita di posyandu."
* #posyandu-ibu "Posyandu ibu" "Pelayanan ibu hamil, nifas, dan menyusui di posyandu."
* #posyandu-imunisasi "Posyandu imunisasi" "Imunisasi bayi dan balita pada hari posyandu."
* #kunjungan-rumah "Kunjungan rumah" "Sasaran dikunjungi di rumahnya."
* #pendaftaran-sasaran "Pendaftaran sasaran" "Sasaran didaftar atau diperbarui, tanpa pemeriksaan."
* #anc "Pemeriksaan kehamilan" "Pemeriksaan kehamilan oleh tenaga kesehatan."
* #neonatus "Pelayanan bayi baru lahir" "Pelayanan bayi berumur sampai 28 hari."
