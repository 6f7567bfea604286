CodeSystem: CaraHitung
Id: cara-hitung
Title: "Cara hitung"
Description: "Bagaimana Titian menghitung suatu nilai dari pengukuran pada kunjungan yang sama."
* insert Terbitan
* ^caseSensitive = true
* ^content = #complete
* #standar-who "Standar pertumbuhan WHO" "WHO Child Growth Standards 2006 di bawah 60 bulan, WHO Reference 2007 sejak 60 bulan; kategori menurut Permenkes 2/2020."
* #kms "Kartu Menuju Sehat" "Kenaikan dibandingkan dengan kenaikan berat badan minimal (KBM) menurut umur dan jenis kelamin, Buku KIA 2023, lembar KMS."
* #imt "Berat per kuadrat tinggi" "Berat dalam kilogram dibagi kuadrat panjang atau tinggi dalam meter, setelah selisih 0,7 cm antara telentang dan berdiri."
