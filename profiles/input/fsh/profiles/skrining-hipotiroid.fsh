Profile: SkriningHipotiroid
Parent: Tindakan
Id: skrining-hipotiroid
Title: "Skrining hipotiroid kongenital"
Description: "Darah tumit diambil untuk skrining hipotiroid kongenital (SHK); hasilnya pengamatan tersendiri."
* insert Terbitan
* insert Inggris([["Congenital hypothyroidism screening"]])
* insert Dilakukan(103693007, $sct, 400984005)
